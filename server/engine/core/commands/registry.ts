import type { CommandType } from '../command';
import { addSign } from './add-sign';
import { claim } from './claim';
import { completeJob } from './complete-job';
import { decide } from './decide';
import { failJob } from './fail-job';
import { fireTimer } from './fire-timer';
import type { CommandOf, Handler } from './handler';
import { markRead } from './mark-read';
import { reassign } from './reassign';
import { release } from './release';
import { removeSign } from './remove-sign';
import { remindReaders } from './remind-readers';
import { resubmit } from './resubmit';
import { resume } from './resume';
import { retryIncident } from './retry-incident';
import { returnToApplicant } from './return-to-applicant';
import { startInstance } from './start-instance';
import { suspend } from './suspend';
import { terminate } from './terminate';
import { throwJobError } from './throw-job-error';
import { transfer } from './transfer';
import { urge } from './urge';
import { view } from './view';
import { withdraw } from './withdraw';

type Handlers = { [T in CommandType]: Handler<T> };

/** One handler for each command: the compiler refuses a missing one. */
export const commands = {
  startInstance,
  decide,
  returnToApplicant,
  resubmit,
  withdraw,
  claim,
  release,
  transfer,
  addSign,
  removeSign,
  urge,
  view,
  markRead,
  remindReaders,
  suspend,
  resume,
  terminate,
  reassign,
  retryIncident,
  fireTimer,
  completeJob,
  failJob,
  throwJobError,
} as const satisfies Handlers;

export function handlerOf<T extends CommandType>(command: CommandOf<T>): Handler<T> {
  const all: Handlers = commands;
  return all[command.type];
}
