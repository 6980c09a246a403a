'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EditableRows } from '@/components/ui/editable-rows';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { RuleFields } from './rule-fields';

type Kind = AssignmentRule['kind'];

const GROUPS: { group: 'org' | 'applicant' | 'form' | 'chosen'; kinds: Kind[] }[] = [
  { group: 'applicant', kinds: ['manager', 'managerChain', 'applicant'] },
  { group: 'org', kinds: ['users', 'role', 'department', 'position', 'departmentPosition', 'workGroup', 'everyone'] },
  { group: 'form', kinds: ['fieldUsers', 'departmentHead', 'fieldDepartments'] },
  { group: 'chosen', kinds: ['chosenByApplicant', 'chosenByPrevious', 'sameAs'] },
];

type Props = { elementId: string; rules: readonly AssignmentRule[]; onChange(rules: AssignmentRule[]): void; except?: boolean };

/** The rules that say who gets work items; each adds its people, in order. With `except`, the people taken out again. */
export function AssignmentEditor({ elementId, rules, onChange, except = false }: Props) {
  const t = useTranslations('designer');
  const kinds = GROUPS.map(({ group, kinds: members }) => ({
    group: t(`ruleGroup.${group}`),
    items: members
      .filter((kind) => !except || !['managerChain', 'chosenByApplicant', 'chosenByPrevious', 'everyone'].includes(kind))
      .map((kind) => ({ value: kind, label: t(`ruleKind.${kind}`) })),
  }));
  return (
    <EditableRows
      rows={rules}
      onChange={onChange}
      rowKey={(rule, index) => `${rule.kind}-${index}`}
      removeLabel={() => t('removeRule')}
      addLabel={except ? t('addExcept') : rules.length === 0 ? t('addFirstRule') : t('addRule')}
      blank={() => emptyRule(except ? 'users' : 'manager')}
      head={({ row, replace }) => (
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={except ? t('exceptRule') : t('assignmentRule')}
          value={row.kind}
          data={kinds}
          maxDropdownHeight={480}
          onChange={(kind) => kind && kind !== row.kind && replace(emptyRule(kind))}
        />
      )}
    >
      {({ row, replace }) => <RuleFields elementId={elementId} rule={row} onChange={replace} />}
    </EditableRows>
  );
}

// helpers //////////////////////

function emptyRule(kind: Kind): AssignmentRule {
  switch (kind) {
    case 'users':
      return { kind, userIds: [] };
    case 'department':
      return { kind, departmentIds: [], includeSub: true };
    case 'position':
      return { kind, positionIds: [] };
    case 'departmentPosition':
      return { kind, departmentIds: [], includeSub: true, positionIds: [] };
    case 'role':
      return { kind, roleIds: [] };
    case 'workGroup':
      return { kind, workGroupIds: [] };
    case 'manager':
      return { kind, levels: 1 };
    case 'managerChain':
      return { kind, untilRank: 1 };
    case 'departmentHead':
    case 'fieldUsers':
      return { kind, field: '' };
    case 'fieldDepartments':
      return { kind, field: '', includeSub: false };
    case 'chosenByApplicant':
    case 'chosenByPrevious':
      return { kind, multiple: false };
    case 'sameAs':
      return { kind, activityId: '' };
    case 'everyone':
    case 'applicant':
      return { kind };
  }
}
