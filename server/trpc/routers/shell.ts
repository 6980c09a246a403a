import { actingFor } from '../../shell/acting-for';
import { nav } from '../../shell/nav';
import { authed, router } from '../procedures';

export const shellRouter = router({
  actingFor: authed.meta({ rule: 'own delegations' }).query(({ ctx }) => actingFor(ctx)),
  nav: authed.meta({ rule: 'own counters' }).query(({ ctx }) => nav(ctx)),
});
