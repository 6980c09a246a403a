import { ChangePasswordInput, changePassword } from '../../account/change-password';
import { EndSessionsInput, endSessions } from '../../account/end-sessions';
import { me } from '../../account/me';
import { sessions } from '../../account/sessions';
import { UpdatePreferencesInput, updatePreferences } from '../../account/update-preferences';
import { authed, router } from '../procedures';

const own = authed.meta({ rule: 'own account' });

export const accountRouter = router({
  me: own.query(({ ctx }) => me(ctx)),
  sessions: own.query(({ ctx }) => sessions(ctx)),
  updatePreferences: own.input(UpdatePreferencesInput).mutation(({ ctx, input }) => updatePreferences(ctx, input)),
  changePassword: own.input(ChangePasswordInput).mutation(({ ctx, input }) => changePassword(ctx, input)),
  endSessions: own.input(EndSessionsInput).mutation(({ ctx, input }) => endSessions(ctx, input)),
});
