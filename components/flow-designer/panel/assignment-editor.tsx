'use client';

import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { RuleFields } from './rule-fields';
import classes from './panel.module.css';

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
  const replace = (index: number, rule: AssignmentRule) => onChange(rules.map((old, i) => (i === index ? rule : old)));
  return (
    <>
      {rules.map((rule, index) => (
        <div key={`${rule.kind}-${index}`} className={classes.rule}>
          <div className={classes.ruleHead}>
            <Select
              size="xs"
              allowDeselect={false}
              aria-label={except ? t('exceptRule') : t('assignmentRule')}
              value={rule.kind}
              data={kinds}
              onChange={(kind) => kind && kind !== rule.kind && replace(index, emptyRule(kind))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeRule')}
              onClick={() => onChange(rules.filter((_, i) => i !== index))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
          <RuleFields elementId={elementId} rule={rule} onChange={(next) => replace(index, next)} />
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...rules, emptyRule(except ? 'users' : 'manager')])}
      >
        {except ? t('addExcept') : rules.length === 0 ? t('addFirstRule') : t('addRule')}
      </Button>
    </>
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
