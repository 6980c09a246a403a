import { listConnectors } from '@/server/connector/list';
import { disableConnector, DisableConnectorInput, saveConnector, SaveConnectorInput } from '@/server/connector/save';
import { authed, permitted, router } from '../procedures';

export const connectorRouter = router({
  list: authed.meta({ rule: 'permission connector.manage or process.design' }).query(({ ctx }) => listConnectors(ctx)),
  save: permitted('connector.manage')
    .input(SaveConnectorInput)
    .mutation(({ ctx, input }) => saveConnector(ctx, input)),
  disable: permitted('connector.manage')
    .input(DisableConnectorInput)
    .mutation(({ ctx, input }) => disableConnector(ctx, input)),
});
