import { changeData } from './changes';
import type { Handler } from './handler';
import { requireLeased } from './job-guard';

export const completeJob: Handler<'completeJob'> = (run, { jobId, leaseToken, output }) => {
  const { activityId } = requireLeased(run, jobId, leaseToken);
  changeData(run, output.values);
  if (Object.keys(output.variables).length > 0) run.emit({ type: 'variablesSet', variables: output.variables });
  run.emit({ type: 'jobRemoved', jobId });
  run.push({ type: 'complete', activityId });
};
