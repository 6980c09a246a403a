'use client';

import { useTranslations } from 'next-intl';
import { RulePreview } from '@/components/org/rule-preview';
import { UserPicker } from '@/components/org/user-picker';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { useDesigner } from '../designer-context';
import { PanelRow } from './panel-section';
import classes from './panel.module.css';

/** Only a real request can tell: out of its form, or chosen by somebody. */
const LATER = new Set<AssignmentRule['kind']>([
  'departmentHead',
  'fieldUsers',
  'fieldDepartments',
  'chosenByApplicant',
  'chosenByPrevious',
  'sameAs',
]);

type Props = { rules: readonly AssignmentRule[]; except?: readonly AssignmentRule[] };

/** Whom the rules find at this moment, tried as one applicant or another. */
export function AssigneePreview({ rules, except = [] }: Props) {
  const t = useTranslations('designer');
  const { tryAs, setTryAs } = useDesigner();
  if (rules.length === 0) return null;
  if (rules.every((rule) => LATER.has(rule.kind))) return <p className={classes.hint}>{t('knownLater')}</p>;
  return (
    <>
      <RulePreview rules={rules} except={except} {...(tryAs === null ? {} : { applicantId: tryAs })} />
      {rules.some((rule) => rule.kind === 'applicant' || rule.kind === 'manager' || rule.kind === 'managerChain') && (
        <PanelRow label={t('tryAs')} htmlFor="vm-try-as">
          <UserPicker
            id="vm-try-as"
            size="xs"
            ariaLabel={t('tryAs')}
            placeholder={t('tryAsMe')}
            value={tryAs}
            onChange={(userId) => setTryAs(typeof userId === 'string' ? userId : null)}
          />
        </PanelRow>
      )}
    </>
  );
}
