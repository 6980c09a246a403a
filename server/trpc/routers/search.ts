import { find, FindInput } from '@/server/search/find';
import { authed, router } from '../procedures';

export const searchRouter = router({
  find: authed
    .meta({ rule: 'requests the reader may see, colleagues, processes the reader may start; forms and processes for designers' })
    .input(FindInput)
    .query(({ ctx, input }) => find(ctx, input)),
});
