import 'server-only';
import { cache } from 'react';
import { enter } from '../auth/entry';
import { currentRequest } from '../auth/request';
import { createCallerFactory } from './procedures';
import { appRouter } from './root';

const createCaller = createCallerFactory(appRouter);

/** The procedures for server components: same rules, same errors, no HTTP. One context per request. */
export const caller = cache(async () => {
  await enter();
  return createCaller(await currentRequest());
});
