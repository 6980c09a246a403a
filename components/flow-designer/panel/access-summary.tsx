'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { effectiveAccess } from '@/forms/access/access';
import { fieldAccessLevels, type FieldAccess } from '@/lib/bpmn/settings';
import { useDesigner } from '../designer-context';
import { useFormFields } from '../form-names';
import { PanelSection } from './panel-section';
import classes from './panel.module.css';

/** How many fields an activity may change, see or not see, and the way to the matrix. */
export function AccessSummary({ access }: { access: FieldAccess }) {
  const t = useTranslations('designer');
  const { openAccessMatrix, form } = useDesigner();
  const ids = useFormFields().flatMap((field) => (field.type === 'subTable' ? field.columns.map((column) => column.id) : [field.id]));
  const fields = form ? effectiveAccess(form, access).fields : {};
  const counts = fieldAccessLevels
    .map((level) => ({ level, count: ids.filter((id) => fields[id] === level).length }))
    .filter(({ count }) => count > 0);
  return (
    <PanelSection
      title={t('fields')}
      aside={
        form && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={openAccessMatrix}>
            {t('openMatrix')}
          </Button>
        )
      }
    >
      <p className={classes.hint}>
        {form
          ? counts.map(({ level, count }) => t('levelCount', { level: t(`level.${level}`), count })).join(t('listSeparator'))
          : t('noForm')}
      </p>
    </PanelSection>
  );
}
