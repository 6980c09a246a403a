'use client';

import { ErrorSummary, WarningList } from './error-summary';
import { FormProvider } from './form-context';
import { FormSection } from './form-section';
import { useVisibleSections } from './use-visible-sections';
import type { FormModel } from './use-form-model';
import classes from './form.module.css';

/** A form to be filled in: labels over controls on a grid of twelve, one column on a phone; what may only be read is text. */
export function FormEdit({ model }: { model: FormModel }) {
  return (
    <FormProvider value={model.store}>
      <div className={classes.form}>
        <ErrorSummary schema={model.schema} issues={model.issues} />
        <WarningList schema={model.schema} warnings={model.warnings} />
        <Sections />
      </div>
    </FormProvider>
  );
}

function Sections() {
  const sections = useVisibleSections();
  return sections.map(({ section, number }) => <FormSection key={section.id} section={section} number={number} />);
}
