'use client';

import { useState } from 'react';
import { FormEdit } from '@/components/form/form-edit';
import { useFormModel } from '@/components/form/use-form-model';
import { useReader } from '@/components/ui/use-reader';
import { initialValues } from '@/forms/runtime/defaults';
import { editEverything } from '@/forms/access/access';
import type { FormSchema } from '@/forms/schema/schema';
import { useLocale } from 'next-intl';
import { localText } from '@/lib/json';
import canvas from './canvas.module.css';
import classes from './form-builder.module.css';

/** The form as an applicant would fill it in, on a desk or on a phone; nothing is stored. */
export function Preview({ schema, phone }: { schema: FormSchema; phone: boolean }) {
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const { timeZone } = useReader();
  const [initial] = useState(() => initialValues(schema, { now: new Date().toISOString(), timeZone, applicant: null }));
  const model = useFormModel({ schema, initial, access: editEverything, masked: false });
  return (
    <div className={`${classes.preview} ${phone ? classes.phone : ''}`}>
      <h2 className={canvas.paperTitle}>{localText(schema.title, locale)}</h2>
      <FormEdit model={model} />
    </div>
  );
}
