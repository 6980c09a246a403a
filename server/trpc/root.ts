import { accountRouter } from './routers/account';
import { auditRouter } from './routers/audit';
import { connectorRouter } from './routers/connector';
import { documentRouter } from './routers/document';
import { formRouter } from './routers/form';
import { instanceRouter } from './routers/instance';
import { monitorRouter } from './routers/monitor';
import { noticeRouter } from './routers/notice';
import { processRouter } from './routers/process';
import { orgRouter } from './routers/org';
import { searchRouter } from './routers/search';
import { systemRouter } from './routers/system';
import { taskRouter } from './routers/task';
import { router } from './procedures';
import { shellRouter } from './routers/shell';

export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  connector: connectorRouter,
  shell: shellRouter,
  document: documentRouter,
  form: formRouter,
  instance: instanceRouter,
  monitor: monitorRouter,
  notice: noticeRouter,
  process: processRouter,
  org: orgRouter,
  search: searchRouter,
  system: systemRouter,
  task: taskRouter,
});

export type AppRouter = typeof appRouter;
