import { listNotices, ListNoticesInput, readNotices, ReadNoticesInput } from '@/server/notify/list-notices';
import { getNoticeSettings, setNoticeSetting, SetNoticeSettingInput } from '@/server/notify/settings';
import { authed, router } from '../procedures';

const own = authed.meta({ rule: 'own notices' });

export const noticeRouter = router({
  list: own.input(ListNoticesInput).query(({ ctx, input }) => listNotices(ctx, input)),
  read: own.input(ReadNoticesInput).mutation(({ ctx, input }) => readNotices(ctx, input)),
  settings: own.query(({ ctx }) => getNoticeSettings(ctx)),
  setSetting: own.input(SetNoticeSettingInput).mutation(({ ctx, input }) => setNoticeSetting(ctx, input)),
});
