import { listConnectors } from '@/server/connector/list';
import { lookUp, LookUpInput } from '@/server/connector/look-up';
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
  lookUp: authed
    .meta({ rule: 'may start the process' })
    .input(LookUpInput)
    .mutation(({ ctx, input }) => lookUp(ctx, input)),
});
