'use client';

import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { FormEdit } from '@/components/form/form-edit';
import { FieldLookupsProvider } from '@/components/form/lookup-notes';
import { LookupsProvider } from '@/components/form/lookups-context';
import { useFieldLookups } from '@/components/form/use-field-lookups';
import { useFormModel } from '@/components/form/use-form-model';
import { type DocumentChoice, DocumentsEdit } from '@/components/request/documents-edit';
import { NextSteps } from '@/components/request/next-steps';
import { PeopleChoices } from '@/components/request/lazy-people-choices';
import { missingParts, nextHuman, nextName } from '@/components/request/missing-parts';
import { missingFields, type RefusedFields, refusedFields } from '@/components/request/refused-fields';
import { Crumbs } from '@/components/shell/crumbs';
import { useTRPC } from '@/components/shell/trpc';
import { Banner } from '@/components/ui/banner';
import { PageHeader } from '@/components/ui/page-header';
import { ProcessIcon } from '@/components/ui/process-icon';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { Lookups } from '@/forms/fields/config';
import { withNewRows } from '@/forms/runtime/new-rows';
import { localText } from '@/lib/json';
import type { Draft, StartForm } from '@/server/instance/list-views';
import { CopyPrevious } from './copy-previous';
import { useDraftSave } from './use-draft-save';
import { SubmittedBefore } from './submitted-before';
import { useSubmission } from './use-submission';
import classes from './start.module.css';

export type FillFormProps = {
  start: StartForm;
  draft: Draft | null;
  /** Another draft was begun, after a former request. */
  onCopied(draftId: string): void;
};

/** The form, who will have it after submission (worked out by the engine itself), and the one button. */
export function FillForm({ start, draft, onCopied }: FillFormProps) {
  const t = useTranslations('start');
  const locale = useLocale();
  const trpc = useTRPC();
  const form = start.form;
  const model = useFormModel({ schema: form?.schema ?? EMPTY, initial: form?.values ?? {}, access: form?.access ?? EDIT, masked: false });
  const [chosen, setChosen] = useState<Record<string, string[]>>(() =>
    Object.fromEntries(Object.entries(draft?.chosen ?? {}).map(([key, ids]) => [key, [...ids]])),
  );
  const types = start.documentTypes.filter((type) => type.addable);
  // The draft may be older than the process: of a type that is no more, nothing can be submitted.
  const [documents, setDocuments] = useState<readonly DocumentChoice[]>(
    () => draft?.documents.filter(({ documentTypeId }) => types.some((type) => type.id === documentTypeId)) ?? [],
  );
  const [departmentId, setDepartmentId] = useState(() => departmentOf(start, draft));
  const [refused, setRefused] = useState<RefusedFields>(NOBODY);
  const lookups = useMemo(() => lookupsOf(start, draft), [start, draft]);
  const fieldLookups = useFieldLookups({ at: 'start', processId: start.process.id }, model, draft?.values ?? NOTHING);
  const values = useMemo(() => model.changed(), [model]);
  const { set } = model;
  useEffect(() => {
    for (const [key, value] of Object.entries(draft?.values ?? {})) set(key, value);
  }, [draft, set]);
  const content = { values, chosen, documents, departmentId };
  const autosave = useDraftSave({ processId: start.process.id, formVersionId: form?.versionId ?? null, content, draft });

  const debounced = useDebounced(values, 500);
  const preview = useQuery(
    trpc.instance.preview.queryOptions(
      {
        of: 'start',
        processId: start.process.id,
        versionId: start.process.versionId,
        values: debounced,
        chosen,
        ...(departmentId ? { departmentId } : {}),
      },
      { placeholderData: (previous) => previous, retry: false },
    ),
  );
  const steps = preview.data?.steps ?? null;
  const next = nextHuman(steps);

  const submission = useSubmission(autosave, (refusal) => {
    setRefused(refusedFields(refusal));
    model.refuse(refusal.issues);
  });
  const send = (isAnother = false) => {
    const missing = missingParts({ choices: start.choices, chosen, steps, types, documents, present: [] });
    setRefused(missingFields(missing));
    if (model.check().length > 0 || missing.length > 0) return;
    const submitted = {
      processId: start.process.id,
      versionId: start.process.versionId,
      // The rows of the one before keep their ids.
      values: isAnother && form ? withNewRows(form.schema, values) : values,
      chosen,
      documents: [...documents],
      ...(departmentId ? { departmentId } : {}),
    };
    void submission.submit(submitted, isAnother);
  };
  const name = localText(start.process.name, locale);
  return (
    <LookupsProvider value={lookups}>
      <Crumbs items={[{ label: name }]} />
      <div className={classes.fill}>
        <div className={classes.main}>
          <div className={classes.form}>
            <PageHeader
              lead={<ProcessIcon name={start.process.icon} size={24} />}
              title={preview.data?.title || name}
              actions={form && <CopyPrevious processId={start.process.id} keep={autosave.flush} onCopied={onCopied} />}
              subtitle={<span role="status">{submission.isOpen ? '' : t(autosave.state)}</span>}
            />
            {draft && form && draft.formVersionId !== form.versionId && <Banner tone="warning">{t('outdated')}</Banner>}
            {start.departments.length > 1 && (
              <Select
                label={t('department')}
                allowDeselect={false}
                value={departmentId}
                onChange={setDepartmentId}
                data={start.departments.map((department) => ({ value: department.id, label: localText(department.name, locale) }))}
              />
            )}
            <FieldLookupsProvider value={fieldLookups}>
              <FormEdit model={model} />
            </FieldLookupsProvider>
            {start.choices.length > 0 && <PeopleChoices choices={start.choices} value={chosen} refused={refused} onChange={setChosen} />}
            <DocumentsEdit types={types} value={documents} present={[]} refused={refused} onChange={setDocuments} />
          </div>
          <div className={classes.bar} data-action-bar>
            {submission.before ? (
              <SubmittedBefore instanceId={submission.before.submittedAs} pending={submission.pending} onAnother={() => send(true)} />
            ) : (
              <>
                <Button size="md" variant="filled" loading={submission.pending} onClick={() => send()}>
                  {next?.people[0] ? t('submitTo', { next: nextName(next, locale) }) : t('submit')}
                </Button>
                <Button size="md" disabled={submission.unanswered} onClick={() => void autosave.flush()}>
                  {t('saveDraft')}
                </Button>
                {submission.unanswered && (
                  <span className={classes.told} role="status">
                    {t('unanswered')}
                  </span>
                )}
                {model.issues.length > 0 && <span className={classes.saved}>{t('fixFirst', { count: model.issues.length })}</span>}
              </>
            )}
          </div>
        </div>
        <aside className={classes.rail} aria-label={t('after')}>
          <h2>{t('after')}</h2>
          <p>{t('afterHint')}</p>
          {preview.error ? (
            <p>{t('previewFailed')}</p>
          ) : preview.data ? (
            <NextSteps steps={preview.data.steps} complete={preview.data.complete} />
          ) : (
            <LinesSkeleton lines={4} />
          )}
        </aside>
      </div>
    </LookupsProvider>
  );
}

// helpers //////////////////////

const EMPTY = { title: { zh: '', en: '' }, sections: [] };
const EDIT = { fields: {}, default: 'edit' as const, rows: {} };
const NOTHING = {};
const NOBODY: RefusedFields = new Map();

/** The one that was chosen before, while it is still one's own; else the primary one. */
function departmentOf({ departments }: StartForm, draft: Draft | null): string | null {
  const chosen = departments.find(({ id }) => id === draft?.departmentId) ?? departments.find(({ primary }) => primary);
  return (chosen ?? departments[0])?.id ?? null;
}

/** Names behind the defaults, and behind what the draft brings. */
function lookupsOf({ form }: StartForm, draft: Draft | null): Lookups {
  return {
    users: { ...form?.lookups.users, ...draft?.lookups.users },
    departments: { ...form?.lookups.departments, ...draft?.lookups.departments },
    documents: { ...form?.lookups.documents, ...draft?.lookups.documents },
  };
}

function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
