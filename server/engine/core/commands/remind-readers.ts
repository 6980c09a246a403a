import { isOpen } from '../live';
import type { Handler } from './handler';
import { remind } from './urge';

/** Reminds those who have not read yet; also after the instance has ended. */
export const remindReaders: Handler<'remindReaders'> = (run, { elementId }) => {
  remind(
    run,
    Object.values(run.state.workItems).filter((item) => item.kind === 'read' && item.elementId === elementId && isOpen(item)),
    '',
  );
};
