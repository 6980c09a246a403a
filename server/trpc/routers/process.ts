import { checkProcess, CheckProcessInput } from '@/server/process/check';
import { createProcess, CreateProcessInput } from '@/server/process/create';
import { deleteProcess, DeleteProcessInput, unretireProcess, UnretireProcessInput } from '@/server/process/delete';
import { diffProcess, DiffProcessInput } from '@/server/process/diff';
import { getProcess, GetProcessInput } from '@/server/process/get';
import { importModel, ImportModelInput } from '@/server/process/import';
import { listCategories, listProcesses, ListProcessesInput } from '@/server/process/list';
import { publishProcess, PublishProcessInput } from '@/server/process/publish';
import { saveProcessDraft, SaveProcessDraftInput } from '@/server/process/save-draft';
import { processVersions, ProcessVersionsInput, versionXml, VersionXmlInput } from '@/server/process/versions';
import { permitted, router } from '../procedures';

const designer = permitted('process.design');
const publisher = permitted('process.publish');

export const processRouter = router({
  list: designer.input(ListProcessesInput).query(({ ctx, input }) => listProcesses(ctx, input)),
  categories: designer.query(({ ctx }) => listCategories(ctx)),
  get: designer.input(GetProcessInput).query(({ ctx, input }) => getProcess(ctx, input)),
  create: designer.input(CreateProcessInput).mutation(({ ctx, input }) => createProcess(ctx, input)),
  saveDraft: designer.input(SaveProcessDraftInput).mutation(({ ctx, input }) => saveProcessDraft(ctx, input)),
  check: designer.input(CheckProcessInput).query(({ ctx, input }) => checkProcess(ctx, input)),
  importModel: designer.input(ImportModelInput).mutation(({ ctx, input }) => importModel(ctx, input)),
  publish: publisher.input(PublishProcessInput).mutation(({ ctx, input }) => publishProcess(ctx, input)),
  versions: designer.input(ProcessVersionsInput).query(({ ctx, input }) => processVersions(ctx, input)),
  versionXml: designer.input(VersionXmlInput).query(({ ctx, input }) => versionXml(ctx, input)),
  diff: designer.input(DiffProcessInput).query(({ ctx, input }) => diffProcess(ctx, input)),
  delete: publisher.input(DeleteProcessInput).mutation(({ ctx, input }) => deleteProcess(ctx, input)),
  unretire: publisher.input(UnretireProcessInput).mutation(({ ctx, input }) => unretireProcess(ctx, input)),
});
