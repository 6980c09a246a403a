'use client';

import { useMemo, useState } from 'react';
import { useReader } from '@/components/ui/use-reader';
import { computeForm, stateOf } from '@/forms/runtime/compute';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import { isField } from '@/forms/schema/walk';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { ReadSection } from './read/read-section';
import { numbered } from './use-visible-sections';
import classes from './read/read.module.css';

type Props = {
  schema: FormSchema;
  values: FormValues;
  access: FieldAccess /** What it was before: differences are marked. */;
  before?: FormValues | null;
};

/** A form to be read: a document, values as text; what changed since `before` is struck and marked. */
export function FormRead({ schema, values, access, before = null }: Props) {
  const { timeZone } = useReader();
  const [now] = useState(() => new Date().toISOString());
  const state = useMemo(
    () => computeForm(schema, values, { access, now, timeZone, masked: true }),
    [schema, values, access, now, timeZone],
  );
  const sections = schema.sections.filter(
    (section) =>
      state.visible[section.id] !== false &&
      section.children.some((node) => (isField(node) ? stateOf(state, node.id).visible : state.visible[node.id] !== false)),
  );
  return (
    <div className={classes.read}>
      {numbered(sections).map(({ section, number }) => (
        // The values as they are stored: a document shows what was decided on, not what it would be computed to be now.
        <ReadSection key={section.id} section={section} number={number} values={values} before={before} state={state} />
      ))}
    </div>
  );
}
