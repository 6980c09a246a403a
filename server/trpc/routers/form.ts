import { formActivities, FormActivitiesInput } from '@/server/form/activities';
import { createForm, CreateFormInput } from '@/server/form/create';
import { deleteForm, DeleteFormInput } from '@/server/form/delete';
import { duplicateForm, DuplicateFormInput } from '@/server/form/duplicate';
import { exportForm, ExportFormInput } from '@/server/form/export';
import { getForm, GetFormInput } from '@/server/form/get';
import { importForm, ImportFormInput } from '@/server/form/import';
import { listForms, ListFormsInput } from '@/server/form/list';
import { planForm, PlanFormInput } from '@/server/form/plan-publish';
import { previewApplicant, PreviewApplicantInput } from '@/server/form/preview-applicant';
import { publishForm, PublishFormInput } from '@/server/form/publish';
import { retiredFields, RetiredFieldsInput } from '@/server/form/retired-fields';
import { saveFormDraft, SaveFormDraftInput } from '@/server/form/save-draft';
import { unretireForm, UnretireFormInput } from '@/server/form/unretire';
import { formVersionDiff, FormVersionDiffInput } from '@/server/form/version-diff';
import { formVersion, FormVersionInput } from '@/server/form/version-get';
import { formVersions, FormVersionsInput } from '@/server/form/versions';
import { authed, permitted, router } from '../procedures';

const designer = permitted('form.design');

export const formRouter = router({
  list: authed
    .meta({ rule: 'permission form.design or process.design' })
    .input(ListFormsInput)
    .query(({ ctx, input }) => listForms(ctx, input)),
  get: designer.input(GetFormInput).query(({ ctx, input }) => getForm(ctx, input)),
  create: designer.input(CreateFormInput).mutation(({ ctx, input }) => createForm(ctx, input)),
  saveDraft: designer.input(SaveFormDraftInput).mutation(({ ctx, input }) => saveFormDraft(ctx, input)),
  plan: designer.input(PlanFormInput).query(({ ctx, input }) => planForm(ctx, input)),
  publish: permitted('form.publish')
    .input(PublishFormInput)
    .mutation(({ ctx, input }) => publishForm(ctx, input)),
  versions: designer.input(FormVersionsInput).query(({ ctx, input }) => formVersions(ctx, input)),
  version: designer.input(FormVersionInput).query(({ ctx, input }) => formVersion(ctx, input)),
  versionDiff: designer.input(FormVersionDiffInput).query(({ ctx, input }) => formVersionDiff(ctx, input)),
  duplicate: designer.input(DuplicateFormInput).mutation(({ ctx, input }) => duplicateForm(ctx, input)),
  export: designer.input(ExportFormInput).query(({ ctx, input }) => exportForm(ctx, input)),
  import: designer.input(ImportFormInput).mutation(({ ctx, input }) => importForm(ctx, input)),
  activities: designer.input(FormActivitiesInput).query(({ ctx, input }) => formActivities(ctx, input)),
  previewApplicant: designer.input(PreviewApplicantInput).query(({ ctx }) => previewApplicant(ctx)),
  retiredFields: designer.input(RetiredFieldsInput).query(({ ctx, input }) => retiredFields(ctx, input)),
  unretire: designer.input(UnretireFormInput).mutation(({ ctx, input }) => unretireForm(ctx, input)),
  delete: designer.input(DeleteFormInput).mutation(({ ctx, input }) => deleteForm(ctx, input)),
});
