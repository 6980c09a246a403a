'use client';

import { NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { defaultUserTask } from '@/lib/bpmn/default-settings';
import { userTaskSettingsSchema, type UserTaskSettings } from '@/lib/bpmn/settings';
import { AccessSummary } from './access-summary';
import { ActionChoice } from './action-choice';
import { AssigneePreview } from './assignee-preview';
import { AssignmentEditor } from './assignment-editor';
import { DueEditor } from './due-editor';
import { NobodyEditor } from './nobody-editor';
import { PanelRow, PanelSection } from './panel-section';
import { useSettings } from './use-settings';
import classes from './panel.module.css';

type Rule = UserTaskSettings['completion']['rule'];
const RULES: readonly Rule[] = ['auto', 'all', 'any', 'vote', 'sequential'];

/** Everything about a human activity: who, how it is decided, what they may do and see, by when. */
export function UserTaskPanel({ element }: { element: Element }) {
  const t = useTranslations('designer');
  const [settings, change] = useSettings(element, userTaskSettingsSchema, defaultUserTask);
  const { completion } = settings;
  return (
    <>
      <PanelSection title={t('who')}>
        <AssignmentEditor
          elementId={element.id}
          rules={settings.assignment}
          onChange={(assignment) => change(assigned(settings, assignment))}
        />
        {(settings.except.length > 0 || settings.assignment.length > 0) && (
          <AssignmentEditor elementId={element.id} rules={settings.except} onChange={(except) => change({ except })} except />
        )}
        <AssigneePreview rules={settings.assignment} except={settings.except} />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('distribution')}
          value={settings.distribution}
          onChange={(value) => change({ distribution: value })}
          data={[
            { value: 'seats', label: t('distributionSeats') },
            { value: 'claim', label: t('distributionClaim') },
          ]}
        />
      </PanelSection>
      <PanelSection title={t('completion')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('completion')}
          value={completion.rule}
          onChange={(value) => change({ completion: completionOf(value) })}
          data={RULES.map((rule) => ({ value: rule, label: t(`rule.${rule}`) }))}
        />
        <p className={classes.hint}>{t(`ruleHint.${completion.rule}`)}</p>
        {completion.rule === 'vote' && <VoteEditor completion={completion} onChange={(next) => change({ completion: next })} />}
        {completion.rule !== 'auto' && <RejectEditor settings={settings} change={change} />}
      </PanelSection>
      <PanelSection title={t('exceptions')}>
        <NobodyEditor value={settings.nobody} onChange={(nobody) => change({ nobody })} />
        <PanelRow label={t('applicantInside')} htmlFor="vm-applicant">
          <Select
            id="vm-applicant"
            size="xs"
            allowDeselect={false}
            value={settings.applicant}
            onChange={(value) => value && change({ applicant: value })}
            data={(['leaveOut', 'manager', 'allow'] as const).map((value) => ({ value, label: t(`applicantPolicy.${value}`) }))}
          />
        </PanelRow>
        <PanelRow label={t('repeat')} htmlFor="vm-repeat">
          <Select
            id="vm-repeat"
            size="xs"
            allowDeselect={false}
            value={settings.repeat}
            onChange={(value) => value && change({ repeat: value })}
            data={(['ask', 'consecutive', 'any'] as const).map((value) => ({ value, label: t(`repeatPolicy.${value}`) }))}
          />
        </PanelRow>
      </PanelSection>
      {completion.rule !== 'auto' && <ActionChoice settings={settings} change={change} />}
      <AccessSummary access={settings.access} />
      <DueEditor due={settings.due} onChange={(due) => change({ due })} />
    </>
  );
}

// helpers //////////////////////

/** Level by level means one after the other: where nothing else was chosen yet, a chain brings its completion rule with it. */
function assigned({ assignment: before, completion }: UserTaskSettings, assignment: AssignmentRule[]): Partial<UserTaskSettings> {
  const isChain = (rules: readonly AssignmentRule[]) => rules.some((rule) => rule.kind === 'managerChain');
  return isChain(assignment) && !isChain(before) && completion.rule === 'any'
    ? { assignment, completion: { rule: 'sequential' } }
    : { assignment };
}

type Vote = Extract<UserTaskSettings['completion'], { rule: 'vote' }>;

function completionOf(rule: Rule): UserTaskSettings['completion'] {
  return rule === 'vote' ? { rule, percent: 50, compare: 'moreThan' } : { rule };
}

function VoteEditor({ completion, onChange }: { completion: Vote; onChange(next: Vote): void }) {
  const t = useTranslations('designer');
  const byCount = completion.count !== undefined;
  return (
    <>
      <PanelRow label={t('voteBy')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('voteBy')}
          value={byCount ? 'count' : 'percent'}
          onChange={(value) =>
            onChange(
              value === 'count' ? { rule: 'vote', count: 2, compare: 'atLeast' } : { rule: 'vote', percent: 50, compare: 'moreThan' },
            )
          }
          data={[
            { value: 'percent', label: t('votePercent') },
            { value: 'count', label: t('voteCount') },
          ]}
        />
      </PanelRow>
      <PanelRow label={t('voteNeed')} htmlFor="vm-vote">
        <div className={classes.controls}>
          {!byCount && (
            <Select
              size="xs"
              allowDeselect={false}
              aria-label={t('voteCompare')}
              value={completion.compare}
              onChange={(value) => value && onChange({ ...completion, compare: value })}
              data={[
                { value: 'moreThan', label: t('voteMoreThan') },
                { value: 'atLeast', label: t('voteAtLeast') },
              ]}
            />
          )}
          {byCount ? (
            <WholeInput
              id="vm-vote"
              min={1}
              max={1000}
              value={completion.count}
              onChange={(count) => onChange({ rule: 'vote', count, compare: 'atLeast' })}
            />
          ) : (
            <NumberInput
              id="vm-vote"
              size="xs"
              min={0.01}
              max={100}
              suffix=" %"
              value={completion.percent ?? 50}
              onChange={(value) => {
                const percent = Number(value);
                if (percent > 0 && percent <= 100) onChange({ ...completion, percent });
              }}
            />
          )}
        </div>
      </PanelRow>
    </>
  );
}

function RejectEditor({ settings, change }: { settings: UserTaskSettings; change(part: Partial<UserTaskSettings>): void }) {
  const t = useTranslations('designer');
  const { onReject, actions } = settings;
  const canReject = actions.includes('reject');
  return (
    <>
      {canReject && (
        <PanelRow label={t('onReject')} htmlFor="vm-reject">
          <Select
            id="vm-reject"
            size="xs"
            allowDeselect={false}
            value={onReject.kind}
            onChange={(value) =>
              value &&
              change({
                onReject: value === 'returnToApplicant' ? { kind: value, resubmit: 'toRejecter' } : { kind: value },
              })
            }
            data={(['returnToApplicant', 'end', 'followFlow'] as const).map((value) => ({ value, label: t(`rejectPolicy.${value}`) }))}
          />
        </PanelRow>
      )}
      {canReject && onReject.kind === 'returnToApplicant' && (
        <Switch
          size="xs"
          label={t('resubmitStraight')}
          checked={onReject.resubmit === 'toRejecter'}
          onChange={(event) =>
            change({ onReject: { kind: 'returnToApplicant', resubmit: event.currentTarget.checked ? 'toRejecter' : 'wholeChain' } })
          }
        />
      )}
      {actions.includes('return') && (
        <Switch
          size="xs"
          label={t('returnStraight')}
          checked={settings.returnResubmit === 'toReturner'}
          onChange={(event) => change({ returnResubmit: event.currentTarget.checked ? 'toReturner' : 'wholeChain' })}
        />
      )}
    </>
  );
}
