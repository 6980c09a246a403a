import {
  deleteCategory,
  DeleteCategoryInput,
  disableCategory,
  DisableCategoryInput,
  orderCategories,
  OrderCategoriesInput,
  saveCategory,
  SaveCategoryInput,
} from '@/server/process/category';
import { checkProcess, CheckProcessInput } from '@/server/process/check';
import { createProcess, CreateProcessInput } from '@/server/process/create';
import { deleteProcess, DeleteProcessInput } from '@/server/process/delete';
import { deletePlan, DeletePlanInput } from '@/server/process/delete-plan';
import { diffProcess, DiffProcessInput } from '@/server/process/diff';
import { duplicateProcess, DuplicateProcessInput } from '@/server/process/duplicate';
import { exportProcess, ExportProcessInput } from '@/server/process/export';
import { getProcess, GetProcessInput } from '@/server/process/get';
import { importModel, ImportModelInput } from '@/server/process/import';
import { listCategories, listProcesses, ListProcessesInput } from '@/server/process/list';
import { processOwners, ProcessOwnersInput } from '@/server/process/owners';
import { publishProcess, PublishProcessInput } from '@/server/process/publish';
import { replaceDraft, ReplaceDraftInput } from '@/server/process/replace-draft';
import { retireProcess, RetireProcessInput, unretireProcess } from '@/server/process/retire';
import { saveProcessDraft, SaveProcessDraftInput } from '@/server/process/save-draft';
import { setProcessCategory, SetProcessCategoryInput } from '@/server/process/set-category';
import { setProcessOwners, SetProcessOwnersInput } from '@/server/process/set-owners';
import { processVersions, ProcessVersionsInput, versionXml, VersionXmlInput } from '@/server/process/versions';
import { installTemplate, InstallTemplateInput } from '@/server/template/install';
import { listTemplates, previewTemplate, PreviewTemplateInput } from '@/server/template/list';
import { permitted, router } from '../procedures';

const designer = permitted('process.design');
const publisher = permitted('process.publish');

export const processRouter = router({
  list: designer.input(ListProcessesInput).query(({ ctx, input }) => listProcesses(ctx, input)),
  categories: designer.query(({ ctx }) => listCategories(ctx)),
  owners: designer.input(ProcessOwnersInput).query(({ ctx, input }) => processOwners(ctx, input)),
  get: designer.input(GetProcessInput).query(({ ctx, input }) => getProcess(ctx, input)),
  create: designer.input(CreateProcessInput).mutation(({ ctx, input }) => createProcess(ctx, input)),
  saveDraft: designer.input(SaveProcessDraftInput).mutation(({ ctx, input }) => saveProcessDraft(ctx, input)),
  replaceDraft: designer.input(ReplaceDraftInput).mutation(({ ctx, input }) => replaceDraft(ctx, input)),
  duplicate: designer.input(DuplicateProcessInput).mutation(({ ctx, input }) => duplicateProcess(ctx, input)),
  exportModel: designer.input(ExportProcessInput).query(({ ctx, input }) => exportProcess(ctx, input)),
  check: designer.input(CheckProcessInput).query(({ ctx, input }) => checkProcess(ctx, input)),
  importModel: designer.input(ImportModelInput).mutation(({ ctx, input }) => importModel(ctx, input)),
  publish: publisher.input(PublishProcessInput).mutation(({ ctx, input }) => publishProcess(ctx, input)),
  versions: designer.input(ProcessVersionsInput).query(({ ctx, input }) => processVersions(ctx, input)),
  versionXml: designer.input(VersionXmlInput).query(({ ctx, input }) => versionXml(ctx, input)),
  diff: designer.input(DiffProcessInput).query(({ ctx, input }) => diffProcess(ctx, input)),
  deletePlan: publisher.input(DeletePlanInput).query(({ ctx, input }) => deletePlan(ctx, input)),
  delete: publisher.input(DeleteProcessInput).mutation(({ ctx, input }) => deleteProcess(ctx, input)),
  retire: publisher.input(RetireProcessInput).mutation(({ ctx, input }) => retireProcess(ctx, input)),
  setOwners: publisher.input(SetProcessOwnersInput).mutation(({ ctx, input }) => setProcessOwners(ctx, input)),
  setCategory: publisher.input(SetProcessCategoryInput).mutation(({ ctx, input }) => setProcessCategory(ctx, input)),
  orderCategories: publisher.input(OrderCategoriesInput).mutation(({ ctx, input }) => orderCategories(ctx, input)),
  disableCategory: publisher.input(DisableCategoryInput).mutation(({ ctx, input }) => disableCategory(ctx, input)),
  saveCategory: publisher.input(SaveCategoryInput).mutation(({ ctx, input }) => saveCategory(ctx, input)),
  deleteCategory: publisher.input(DeleteCategoryInput).mutation(({ ctx, input }) => deleteCategory(ctx, input)),
  unretire: publisher.input(RetireProcessInput).mutation(({ ctx, input }) => unretireProcess(ctx, input)),
  templates: permitted('template.install').query(({ ctx }) => listTemplates(ctx)),
  previewTemplate: permitted('template.install')
    .input(PreviewTemplateInput)
    .query(({ ctx, input }) => previewTemplate(ctx, input)),
  installTemplate: permitted('template.install')
    .input(InstallTemplateInput)
    .mutation(({ ctx, input }) => installTemplate(ctx, input)),
});
