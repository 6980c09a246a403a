import { heldItems, HeldItemsInput } from '@/server/monitor/held-items';
import { listInstances, ListInstancesInput } from '@/server/monitor/list-instances';
import { overview, OverviewInput } from '@/server/monitor/overview';
import { authed, permitted, router } from '../procedures';

const watcher = authed.meta({ rule: 'permission instance.monitor, within the departments one heads; operators and auditors everywhere' });

export const monitorRouter = router({
  overview: watcher.input(OverviewInput).query(({ ctx, input }) => overview(ctx, input)),
  heldItems: permitted('instance.operate')
    .input(HeldItemsInput)
    .query(({ ctx, input }) => heldItems(ctx, input)),
  instances: watcher.input(ListInstancesInput).query(({ ctx, input }) => listInstances(ctx, input)),
});
