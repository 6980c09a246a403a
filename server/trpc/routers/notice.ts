import { listNotices, ListNoticesInput, readNotices, ReadNoticesInput } from '@/server/notify/list-notices';
import { mailState } from '@/server/notify/mail-state';
import { retryMails, RetryMailsInput } from '@/server/notify/retry-mails';
import { sendTestMail, SendTestMailInput } from '@/server/notify/send-test-mail';
import { getNoticeSettings, setNoticeSetting, SetNoticeSettingInput } from '@/server/notify/settings';
import { authed, router } from '../procedures';

const own = authed.meta({ rule: 'own notices' });
const keepers = authed.meta({ rule: 'permission system.manage or job.operate' });

export const noticeRouter = router({
  list: own.input(ListNoticesInput).query(({ ctx, input }) => listNotices(ctx, input)),
  read: own.input(ReadNoticesInput).mutation(({ ctx, input }) => readNotices(ctx, input)),
  settings: own.query(({ ctx }) => getNoticeSettings(ctx)),
  mailState: keepers.query(({ ctx }) => mailState(ctx)),
  retryMails: keepers.input(RetryMailsInput).mutation(({ ctx, input }) => retryMails(ctx, input)),
  sendTestMail: keepers.input(SendTestMailInput).mutation(({ ctx, input }) => sendTestMail(ctx, input)),
  setSetting: own.input(SetNoticeSettingInput).mutation(({ ctx, input }) => setNoticeSetting(ctx, input)),
});
