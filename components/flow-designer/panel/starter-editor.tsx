'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DepartmentPicker } from '@/components/org/department-picker';
import { PositionPicker } from '@/components/org/position-picker';
import { RolePicker } from '@/components/org/role-picker';
import { UserPicker } from '@/components/org/user-picker';
import { WorkGroupPicker } from '@/components/org/work-group-picker';
import type { StarterRule } from '@/lib/bpmn/settings';
import { PanelSection } from './panel-section';
import classes from './panel.module.css';

type Some = Extract<StarterRule, { kind: 'some' }>;
const NOBODY: Some = { kind: 'some', userIds: [], departmentIds: [], positionIds: [], roleIds: [], workGroupIds: [] };

/** Who may start the process. */
export function StarterEditor({ starter, onChange }: { starter: StarterRule; onChange(starter: StarterRule): void }) {
  const t = useTranslations('designer');
  return (
    <PanelSection title={t('starter')}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('starter')}
        value={starter.kind}
        onChange={(kind) => onChange(kind === 'some' ? NOBODY : { kind: 'everyone' })}
        data={[
          { value: 'everyone', label: t('starterEveryone') },
          { value: 'some', label: t('starterSome') },
        ]}
      />
      {starter.kind === 'some' && (
        <>
          <p className={classes.hint}>{t('starterSomeHint')}</p>
          <RolePicker
            multiple
            ariaLabel={t('ruleKind.role')}
            value={starter.roleIds}
            onChange={(ids) => onChange({ ...starter, roleIds: list(ids) })}
          />
          <DepartmentPicker
            multiple
            ariaLabel={t('ruleKind.department')}
            value={starter.departmentIds}
            onChange={(ids) => onChange({ ...starter, departmentIds: list(ids) })}
          />
          <PositionPicker
            multiple
            ariaLabel={t('ruleKind.position')}
            value={starter.positionIds}
            onChange={(ids) => onChange({ ...starter, positionIds: list(ids) })}
          />
          <WorkGroupPicker
            multiple
            ariaLabel={t('ruleKind.workGroup')}
            value={starter.workGroupIds}
            onChange={(ids) => onChange({ ...starter, workGroupIds: list(ids) })}
          />
          <UserPicker
            multiple
            ariaLabel={t('ruleKind.users')}
            value={starter.userIds}
            onChange={(ids) => onChange({ ...starter, userIds: list(ids) })}
          />
        </>
      )}
    </PanelSection>
  );
}

// helpers //////////////////////

function list(value: string | readonly string[] | null): string[] {
  return value === null ? [] : typeof value === 'string' ? [value] : [...value];
}
