'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { FormEdit } from '@/components/form/form-edit';
import { useFormModel } from '@/components/form/use-form-model';
import { NarrowProvider } from '@/components/form/use-narrow';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { useReader } from '@/components/ui/use-reader';
import { editEverything } from '@/forms/access/access';
import { maskValues } from '@/forms/access/mask';
import { initialValues } from '@/forms/runtime/defaults';
import type { FormSchema } from '@/forms/schema/schema';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { localText } from '@/lib/json';
import { sampleValues } from './state/sample';
import canvas from './canvas.module.css';
import classes from './form-builder.module.css';

type Props = {
  schema: FormSchema;
  phone: boolean;
  /** What an activity lets people see and write; null: a new request of which everything may be filled in. */
  activity: { access: FieldAccess; isStart: boolean } | null;
};

/** The form as somebody would meet it, on a desk or on a phone, at the start or at an activity; nothing is stored. */
export function Preview({ schema, phone, activity }: Props) {
  const locale = useLocale();
  const { timeZone } = useReader();
  const trpc = useTRPC();
  const { data: applicant } = useQuery(trpc.form.previewApplicant.queryOptions({}, { staleTime: 300_000 }));
  const [now] = useState(() => new Date().toISOString());
  const access = activity?.access ?? editEverything;
  const initial = useMemo(() => {
    if (activity && !activity.isStart) return maskValues(schema, access, sampleValues(schema, { now, timeZone, locale }));
    return applicant ? initialValues(schema, { now, timeZone, applicant }) : null;
  }, [schema, activity, access, now, timeZone, locale, applicant]);
  return (
    <div className={`${classes.preview} ${phone ? classes.phone : ''}`}>
      <h2 className={canvas.paperTitle}>{localText(schema.title, locale)}</h2>
      {initial ? (
        <NarrowProvider value={phone}>
          <Filled schema={schema} access={access} initial={initial} masked={activity !== null && !activity.isStart} />
        </NarrowProvider>
      ) : (
        <LinesSkeleton lines={6} />
      )}
    </div>
  );
}

// helpers //////////////////////

type FilledProps = Parameters<typeof useFormModel>[0];

function Filled(props: FilledProps) {
  const t = useTranslations('builder');
  const model = useFormModel(props);
  return (
    <>
      <FormEdit model={model} />
      <div className={classes.tryBar}>
        <Button onClick={() => model.check().length === 0 && notifyDone({ message: t('trySound') })}>{t('tryCheck')}</Button>
        <span>{t('tryHint')}</span>
      </div>
    </>
  );
}
