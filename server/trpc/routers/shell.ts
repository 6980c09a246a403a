import { nav } from '../../shell/nav';
import { authed, router } from '../procedures';

export const shellRouter = router({
  nav: authed.meta({ rule: 'own counters' }).query(({ ctx }) => nav(ctx)),
});
