import { listCalls, ListCallsInput } from '@/server/connector/calls';
import { disableConnector, DisableConnectorInput } from '@/server/connector/disable';
import { getConnector, GetConnectorInput } from '@/server/connector/get';
import { listConnectors } from '@/server/connector/list';
import { lookUp, LookUpInput } from '@/server/connector/look-up';
import { connectorOverview } from '@/server/connector/overview';
import { saveConnector, SaveConnectorInput } from '@/server/connector/save';
import { testConnector, TestConnectorInput } from '@/server/connector/test-call';
import { authed, permitted, router } from '../procedures';

const manager = permitted('connector.manage');

export const connectorRouter = router({
  list: authed.meta({ rule: 'permission connector.manage or process.design' }).query(({ ctx }) => listConnectors(ctx)),
  overview: manager.query(({ ctx }) => connectorOverview(ctx)),
  get: manager.input(GetConnectorInput).query(({ ctx, input }) => getConnector(ctx, input)),
  calls: manager.input(ListCallsInput).query(({ ctx, input }) => listCalls(ctx, input)),
  save: manager.input(SaveConnectorInput).mutation(({ ctx, input }) => saveConnector(ctx, input)),
  disable: manager.input(DisableConnectorInput).mutation(({ ctx, input }) => disableConnector(ctx, input)),
  test: manager.input(TestConnectorInput).mutation(({ ctx, input }) => testConnector(ctx, input)),
  lookUp: authed
    .meta({ rule: 'may start the process, or has an open item of the request' })
    .input(LookUpInput)
    .mutation(({ ctx, input }) => lookUp(ctx, input)),
});
