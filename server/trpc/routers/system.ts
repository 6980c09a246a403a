import { FailedJobsInput, listFailedJobs } from '@/server/system/failed-jobs';
import { systemStatus } from '@/server/system/status';
import { authed, router } from '../procedures';

const operating = authed.meta({ rule: 'permission system.manage or job.operate' });

export const systemRouter = router({
  status: operating.query(({ ctx }) => systemStatus(ctx)),
  failedJobs: operating.input(FailedJobsInput).query(({ ctx, input }) => listFailedJobs(ctx, input)),
});
