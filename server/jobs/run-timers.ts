import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { systemContext } from '@/server/system-context';
import { execute } from '@/server/engine/runtime/execute';
import { log } from '@/server/log';
import { claimDueTimers } from './claim-timers';

/** Fires what is due; returns how many were taken. An instance that was suspended just now refuses: its timer comes again when the lease ends. */
export async function runDueTimers(limit: number): Promise<number> {
  const due = await claimDueTimers(limit);
  for (const timer of due) {
    try {
      await execute(systemContext('timer'), {
        rootInstanceId: timer.rootInstanceId,
        command: { type: 'fireTimer', timerId: timer.timerId },
        commandId: newId(),
      });
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error, ...timer }, 'timer failed; it is tried again');
    }
  }
  return due.length;
}
