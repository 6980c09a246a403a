import { addSign, AddSignInput } from '@/server/task/add-sign';
import { approveMany, ApproveManyInput } from '@/server/task/approve-many';
import { ClaimInput, claim } from '@/server/task/claim';
import { ClaimableInput, claimable } from '@/server/task/claimable';
import { CountsInput, counts } from '@/server/task/counts';
import { DecideTaskInput, decideTask } from '@/server/task/decide';
import { DoneInput, done } from '@/server/task/done';
import { InboxInput, inbox } from '@/server/task/inbox';
import { inboxItem, InboxItemInput } from '@/server/task/inbox-item';
import { MarkReadInput, markRead } from '@/server/task/mark-read';
import { markReadMany, MarkReadManyInput } from '@/server/task/mark-read-many';
import { phrases, removePhrase, RemovePhraseInput, savePhrase, SavePhraseInput } from '@/server/task/phrases';
import { ReleaseInput, release } from '@/server/task/release';
import { removeSign, RemoveSignInput } from '@/server/task/remove-sign';
import { ReturnTaskInput, returnTask } from '@/server/task/return';
import { ToReadInput, toRead } from '@/server/task/to-read';
import { TransferInput, transfer } from '@/server/task/transfer';
import { ViewInput, view } from '@/server/task/view';
import { authed, router } from '../procedures';

const own = authed.meta({ rule: 'own work items' });
const phrase = authed.meta({ rule: 'own phrases' });
const offered = authed.meta({ rule: 'work items offered to the reader' });

export const taskRouter = router({
  inbox: own.input(InboxInput).query(({ ctx, input }) => inbox(ctx, input)),
  inboxItem: own.input(InboxItemInput).query(({ ctx, input }) => inboxItem(ctx, input)),
  claimable: offered.input(ClaimableInput).query(({ ctx, input }) => claimable(ctx, input)),
  done: own.input(DoneInput).query(({ ctx, input }) => done(ctx, input)),
  toRead: own.input(ToReadInput).query(({ ctx, input }) => toRead(ctx, input)),
  counts: own.input(CountsInput).query(({ ctx, input }) => counts(ctx, input)),
  decide: own.input(DecideTaskInput).mutation(({ ctx, input }) => decideTask(ctx, input)),
  approveMany: own.input(ApproveManyInput).mutation(({ ctx, input }) => approveMany(ctx, input)),
  return: own.input(ReturnTaskInput).mutation(({ ctx, input }) => returnTask(ctx, input)),
  claim: offered.input(ClaimInput).mutation(({ ctx, input }) => claim(ctx, input)),
  release: own.input(ReleaseInput).mutation(({ ctx, input }) => release(ctx, input)),
  transfer: own.input(TransferInput).mutation(({ ctx, input }) => transfer(ctx, input)),
  addSign: own.input(AddSignInput).mutation(({ ctx, input }) => addSign(ctx, input)),
  removeSign: authed
    .meta({ rule: 'who added the signer, or an administrator of the process' })
    .input(RemoveSignInput)
    .mutation(({ ctx, input }) => removeSign(ctx, input)),
  view: own.input(ViewInput).mutation(({ ctx, input }) => view(ctx, input)),
  markRead: own.input(MarkReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
  phrases: phrase.query(({ ctx }) => phrases(ctx)),
  savePhrase: phrase.input(SavePhraseInput).mutation(({ ctx, input }) => savePhrase(ctx, input)),
  removePhrase: phrase.input(RemovePhraseInput).mutation(({ ctx, input }) => removePhrase(ctx, input)),
  markReadMany: own.input(MarkReadManyInput).mutation(({ ctx, input }) => markReadMany(ctx, input)),
});
