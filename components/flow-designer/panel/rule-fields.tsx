'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { DepartmentPicker } from '@/components/org/department-picker';
import { PositionPicker } from '@/components/org/position-picker';
import { RolePicker } from '@/components/org/role-picker';
import { UserPicker } from '@/components/org/user-picker';
import { WorkGroupPicker } from '@/components/org/work-group-picker';
import { assertNever } from '@/lib/assert-never';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { useFormNames } from '../form-names';
import { ActivitySelect } from './activity-select';
import { FieldSelect } from './field-select';
import { PanelRow } from './panel-section';
import { RankSelect } from './rank-select';
import classes from './panel.module.css';

type Props = { elementId: string; rule: AssignmentRule; onChange(rule: AssignmentRule): void };

/** The particulars of one rule. */
export function RuleFields({ elementId, rule, onChange }: Props) {
  const t = useTranslations('designer');
  switch (rule.kind) {
    case 'everyone':
    case 'applicant':
      return <p className={classes.hint}>{t(`ruleNote.${rule.kind}`)}</p>;
    case 'users':
      return (
        <UserPicker
          multiple
          ariaLabel={t('ruleKind.users')}
          value={rule.userIds}
          onChange={(userIds) => onChange({ ...rule, userIds: list(userIds) })}
        />
      );
    case 'department':
    case 'departmentPosition':
      return <Departments rule={rule} onChange={onChange} />;
    case 'position':
      return (
        <PositionPicker
          multiple
          ariaLabel={t('ruleKind.position')}
          value={rule.positionIds}
          onChange={(positionIds) => onChange({ ...rule, positionIds: list(positionIds) })}
        />
      );
    case 'role':
      return (
        <RolePicker
          multiple
          ariaLabel={t('ruleKind.role')}
          value={rule.roleIds}
          onChange={(roleIds) => onChange({ ...rule, roleIds: list(roleIds) })}
        />
      );
    case 'workGroup':
      return (
        <WorkGroupPicker
          multiple
          ariaLabel={t('ruleKind.workGroup')}
          value={rule.workGroupIds}
          onChange={(workGroupIds) => onChange({ ...rule, workGroupIds: list(workGroupIds) })}
        />
      );
    case 'manager':
      return (
        <PanelRow label={t('levelsUp')} htmlFor={`${elementId}-levels`}>
          <WholeInput
            id={`${elementId}-levels`}
            min={1}
            max={20}
            value={rule.levels}
            onChange={(levels) => onChange({ ...rule, levels })}
          />
        </PanelRow>
      );
    case 'managerChain':
      return <ManagerChain elementId={elementId} rule={rule} onChange={onChange} />;
    case 'departmentHead':
      return <FieldSelect types={['department']} value={rule.field} onChange={(field) => onChange({ ...rule, field })} />;
    case 'fieldUsers':
      return <FieldSelect types={['user']} value={rule.field} onChange={(field) => onChange({ ...rule, field })} />;
    case 'fieldDepartments':
      return (
        <>
          <FieldSelect types={['department']} value={rule.field} onChange={(field) => onChange({ ...rule, field })} />
          <Switch
            size="xs"
            label={t('includeSub')}
            checked={rule.includeSub}
            onChange={(event) => onChange({ ...rule, includeSub: event.currentTarget.checked })}
          />
        </>
      );
    case 'chosenByApplicant':
    case 'chosenByPrevious':
      return (
        <>
          <p className={classes.hint}>{t(`ruleNote.${rule.kind}`)}</p>
          <Switch
            size="xs"
            label={t('chooseSeveral')}
            checked={rule.multiple}
            onChange={(event) => onChange({ ...rule, multiple: event.currentTarget.checked })}
          />
        </>
      );
    case 'sameAs':
      return <ActivitySelect exceptId={elementId} value={rule.activityId} onChange={(activityId) => onChange({ ...rule, activityId })} />;
    default:
      return assertNever(rule);
  }
}

// helpers //////////////////////

function list(value: string | readonly string[] | null): string[] {
  return value === null ? [] : typeof value === 'string' ? [value] : [...value];
}

function Departments({
  rule,
  onChange,
}: {
  rule: Extract<AssignmentRule, { kind: 'department' | 'departmentPosition' }>;
  onChange(rule: AssignmentRule): void;
}) {
  const t = useTranslations('designer');
  return (
    <>
      <DepartmentPicker
        multiple
        ariaLabel={t('ruleKind.department')}
        value={rule.departmentIds}
        onChange={(departmentIds) => onChange({ ...rule, departmentIds: list(departmentIds) })}
      />
      <Switch
        size="xs"
        label={t('includeSub')}
        checked={rule.includeSub}
        onChange={(event) => onChange({ ...rule, includeSub: event.currentTarget.checked })}
      />
      {rule.kind === 'departmentPosition' && (
        <PositionPicker
          multiple
          ariaLabel={t('ruleKind.position')}
          value={rule.positionIds}
          onChange={(positionIds) => onChange({ ...rule, positionIds: list(positionIds) })}
        />
      )}
    </>
  );
}

function ManagerChain({
  elementId,
  rule,
  onChange,
}: {
  elementId: string;
  rule: Extract<AssignmentRule, { kind: 'managerChain' }>;
  onChange(rule: AssignmentRule): void;
}) {
  const t = useTranslations('designer');
  const names = useFormNames();
  const write = (change: { untilRank?: number | undefined; levels?: string | undefined }) => {
    const next = { ...rule, ...change };
    onChange({
      kind: 'managerChain',
      ...(next.untilRank === undefined ? {} : { untilRank: next.untilRank }),
      ...(next.levels ? { levels: next.levels } : {}),
    });
  };
  return (
    <>
      <p className={classes.hint}>{t('ruleNote.managerChain')}</p>
      <PanelRow label={t('untilRank')} htmlFor={`${elementId}-rank`}>
        <RankSelect id={`${elementId}-rank`} value={rule.untilRank} onChange={(untilRank) => write({ untilRank })} />
      </PanelRow>
      <ExpressionEditor
        ariaLabel={t('levelsExpression')}
        names={names}
        expect="number"
        value={rule.levels ?? ''}
        onChange={(levels) => write({ levels: levels.trim() ? levels : undefined })}
      />
      <p className={classes.hint}>{t('levelsExpressionHint')}</p>
    </>
  );
}
