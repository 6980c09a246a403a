import { ChangePasswordInput, changePassword } from '../../account/change-password';
import { EndSessionsInput, endSessions } from '../../account/end-sessions';
import { me } from '../../account/me';
import { sessions } from '../../account/sessions';
import { UpdatePreferencesInput, updatePreferences } from '../../account/update-preferences';
import { authed, router } from '../procedures';

const own = authed.meta({ rule: 'own account' });
const first = authed.meta({ rule: 'own account, also with a one-time password', beforePasswordChange: true });

export const accountRouter = router({
  me: first.query(({ ctx }) => me(ctx)),
  sessions: own.query(({ ctx }) => sessions(ctx)),
  updatePreferences: own.input(UpdatePreferencesInput).mutation(({ ctx, input }) => updatePreferences(ctx, input)),
  changePassword: first.input(ChangePasswordInput).mutation(({ ctx, input }) => changePassword(ctx, input)),
  endSessions: own.input(EndSessionsInput).mutation(({ ctx, input }) => endSessions(ctx, input)),
});
