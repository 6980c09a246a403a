import { ByIdInput, byId } from '@/server/instance/by-id';
import { calls, CallsInput } from '@/server/instance/calls';
import { CommentInput, comment } from '@/server/instance/comment';
import { draftCopy, DraftCopyInput } from '@/server/instance/draft-copy';
import { DraftDeleteInput, draftDelete } from '@/server/instance/draft-delete';
import { DraftGetInput, draftGet } from '@/server/instance/draft-get';
import { DraftListInput, draftList } from '@/server/instance/draft-list';
import { DraftSaveInput, draftSave } from '@/server/instance/draft-save';
import { journal, JournalInput } from '@/server/instance/journal';
import { LaunchableInput, launchable } from '@/server/instance/launchable';
import { ListMineInput, listMine } from '@/server/instance/list-mine';
import { OperateManyInput, operateMany } from '@/server/instance/operate-many';
import { PreviewInput, preview } from '@/server/instance/preview';
import { ReassignInput, reassign } from '@/server/instance/reassign';
import { participants, ParticipantsInput } from '@/server/instance/participants';
import { RemindReadersInput, remindReaders } from '@/server/instance/remind-readers';
import { requestTitle } from '@/server/instance/request-title';
import { ResubmitInput, resubmit } from '@/server/instance/resubmit';
import { ResumeInput, resume } from '@/server/instance/resume';
import { RetryIncidentInput, retryIncident } from '@/server/instance/retry-incident';
import { SetFavouriteInput, setFavourite } from '@/server/instance/set-favourite';
import { StartInput, start } from '@/server/instance/start';
import { StartFormInput, startForm } from '@/server/instance/start-form';
import { SuspendInput, suspend } from '@/server/instance/suspend';
import { TerminateInput, terminate } from '@/server/instance/terminate';
import { timelineEarlier, TimelineEarlierInput } from '@/server/instance/timeline-earlier';
import { UrgeInput, urge } from '@/server/instance/urge';
import { WithdrawInput, withdraw } from '@/server/instance/withdraw';
import { authed, permitted, router } from '../procedures';

const starter = authed.meta({ rule: 'who may start the process' });
const applicant = authed.meta({ rule: 'the applicant' });
const reader = authed.meta({ rule: 'who may see the instance' });
const own = authed.meta({ rule: 'own drafts and favourites' });
const operator = authed.meta({ rule: 'permission instance.operate or administrator of the process' });

export const instanceRouter = router({
  start: starter.input(StartInput).mutation(({ ctx, input }) => start(ctx, input)),
  resubmit: applicant.input(ResubmitInput).mutation(({ ctx, input }) => resubmit(ctx, input)),
  withdraw: applicant.input(WithdrawInput).mutation(({ ctx, input }) => withdraw(ctx, input)),
  urge: applicant.input(UrgeInput).mutation(({ ctx, input }) => urge(ctx, input)),
  remindReaders: applicant.input(RemindReadersInput).mutation(({ ctx, input }) => remindReaders(ctx, input)),
  participants: reader.input(ParticipantsInput).query(({ ctx, input }) => participants(ctx, input)),
  comment: reader.input(CommentInput).mutation(({ ctx, input }) => comment(ctx, input)),
  byId: reader.input(ByIdInput).query(({ ctx, input }) => byId(ctx, input)),
  title: reader.input(ByIdInput).query(({ ctx, input }) => requestTitle(ctx, input)),
  timeline: reader.input(TimelineEarlierInput).query(({ ctx, input }) => timelineEarlier(ctx, input)),
  journal: reader.input(JournalInput).query(({ ctx, input }) => journal(ctx, input)),
  calls: operator.input(CallsInput).query(({ ctx, input }) => calls(ctx, input)),
  preview: authed
    .meta({ rule: 'who may start the process, or whose work item it is' })
    .input(PreviewInput)
    .query(({ ctx, input }) => preview(ctx, input)),
  listMine: authed
    .meta({ rule: 'own requests' })
    .input(ListMineInput)
    .query(({ ctx, input }) => listMine(ctx, input)),
  launchable: starter.input(LaunchableInput).query(({ ctx, input }) => launchable(ctx, input)),
  startForm: starter.input(StartFormInput).query(({ ctx, input }) => startForm(ctx, input)),
  setFavourite: own.input(SetFavouriteInput).mutation(({ ctx, input }) => setFavourite(ctx, input)),
  draftSave: own.input(DraftSaveInput).mutation(({ ctx, input }) => draftSave(ctx, input)),
  draftCopy: applicant.input(DraftCopyInput).mutation(({ ctx, input }) => draftCopy(ctx, input)),
  draftList: own.input(DraftListInput).query(({ ctx, input }) => draftList(ctx, input)),
  draftGet: own.input(DraftGetInput).query(({ ctx, input }) => draftGet(ctx, input)),
  draftDelete: own.input(DraftDeleteInput).mutation(({ ctx, input }) => draftDelete(ctx, input)),
  suspend: operator.input(SuspendInput).mutation(({ ctx, input }) => suspend(ctx, input)),
  resume: operator.input(ResumeInput).mutation(({ ctx, input }) => resume(ctx, input)),
  terminate: operator.input(TerminateInput).mutation(({ ctx, input }) => terminate(ctx, input)),
  reassign: operator.input(ReassignInput).mutation(({ ctx, input }) => reassign(ctx, input)),
  operateMany: permitted('instance.operate')
    .input(OperateManyInput)
    .mutation(({ ctx, input }) => operateMany(ctx, input)),
  retryIncident: operator.input(RetryIncidentInput).mutation(({ ctx, input }) => retryIncident(ctx, input)),
});
