import type { AssignmentRule, CompletionRule, NobodyPolicy } from '@/lib/bpmn/assignment';
import type {
  ProcessSettings,
  SendTaskSettings,
  ServiceTaskSettings,
  StarterRule,
  TimerSettings,
  UserTaskSettings,
} from '@/lib/bpmn/settings';
import type { Json } from '@/lib/json';
import type { Words } from './setting-words';

type All = UserTaskSettings & SendTaskSettings & ServiceTaskSettings & ProcessSettings;
type Events = { timer: TimerSettings; errorCode: string; interrupting: boolean };
type Said = Omit<All, 'access' | 'startAccess'> & Events;
type Describe = { [K in keyof Said]-?: (value: NonNullable<Said[K]>, words: Words) => string };

/** Path of the words for a setting's name, where it is not the setting's own key. */
const labels: Partial<Record<string, string>> = {
  assignment: 'who',
  applicant: 'applicantInside',
  connectorId: 'connector',
  errors: 'businessErrors',
  formId: 'form',
  summaryFields: 'summary',
  businessKeyField: 'businessKey',
  adminIds: 'admins',
};
const ownLabels = new Set(['except', 'approveLabel', 'returnResubmit']);

export function settingLabel(path: string, words: Words): string {
  const [key = '', ...rest] = path.split('.');
  if (key === 'access') return accessLabel(rest, words);
  if (key === 'startAccess') return words.process('setting.startAccess', { what: accessLabel(rest, words) });
  return ownLabels.has(key) ? words.process(`setting.${key}`) : words.designer(labels[key] ?? key);
}

/** The value as a person would say it; null when there is none. */
export function settingText(path: string, value: Json, words: Words): string | null {
  if (value === null) return null;
  const [key = '', part = ''] = path.split('.');
  if (key === 'access' || key === 'startAccess')
    return part === 'rows' ? rowsText(value, words) : words.designer(`level.${typeof value === 'string' ? value : 'hidden'}`);
  const describe = Object.hasOwn(texts, key)
    ? (texts[key as keyof Describe] as unknown as (value: Json, words: Words) => string)
    : undefined;
  const text = describe ? describe(value, words) : JSON.stringify(value);
  return text === '' ? words.process('none') : text;
}

/** ISO 8601 as people say it: P1DT4H = 1 天 4 小时. */
function durationText(duration: string, words: Words): string {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const unit = (letter: string, isTime: boolean): string => {
    const names: Readonly<Record<string, string>> = {
      D: words.designer('units.days'),
      M: words.designer(isTime ? 'units.minutes' : 'units.months'),
      H: words.designer('units.hours'),
      W: words.process('weeks'),
      Y: words.process('years'),
      S: words.process('seconds'),
    };
    return names[letter] ?? letter;
  };
  const parts = (text: string, isTime: boolean) =>
    [...text.matchAll(/(\d+)([YMWDHS])/g)].map(([, count = '', letter = '']) => `${count} ${unit(letter, isTime)}`);
  return [...parts(date, false), ...parts(time, true)].join(' ');
}

// helpers //////////////////////

const asIs = (value: string): string => value;

const texts: Describe = {
  assignment: (rules, words) => words.several(rules.map((rule) => ruleText(rule, words))),
  except: (rules, words) => words.several(rules.map((rule) => ruleText(rule, words))),
  distribution: (value, words) => words.designer(value === 'claim' ? 'distributionClaim' : 'distributionSeats'),
  nobody: (policy: NobodyPolicy, words) => {
    const name = words.designer(`nobodyPolicy.${policy.kind}`);
    return policy.kind === 'user' ? words.headed(name, words.nameOf(policy.userId)) : name;
  },
  applicant: (value, words) => words.designer(`applicantPolicy.${value}`),
  repeat: (value, words) => words.designer(`repeatPolicy.${value}`),
  completion: completionText,
  // Commenting is nothing that a designer chooses.
  actions: (actions, words) =>
    words.list(actions.filter((action) => action !== 'comment').map((action) => words.designer(`action.${action}`))),
  approveLabel: (label) => [label.zh, label.en].filter(Boolean).join(' / '),
  commentRequired: (actions, words) => words.list(actions.map((action) => words.designer(`action.${action}`))),
  onReject: (policy, words) =>
    words.parts([
      words.designer(`rejectPolicy.${policy.kind}`),
      ...(policy.kind === 'returnToApplicant' ? [words.process(policy.resubmit === 'toRejecter' ? 'straight' : 'everyStep')] : []),
    ]),
  returnResubmit: (value, words) => words.process(value === 'toReturner' ? 'straight' : 'everyStep'),
  due: ({ duration, remindBefore }, words) =>
    words.parts([
      durationText(duration, words),
      ...(remindBefore ? [words.process('remindBefore', { duration: durationText(remindBefore, words) })] : []),
    ]),
  message: (message) => [message.zh, message.en].filter(Boolean).join(' / '),
  receipt: (value, words) => words.process(value ? 'yes' : 'no'),
  connectorId: (id, words) => words.nameOf(id),
  method: asIs,
  path: asIs,
  body: asIs,
  output: (items, words) => words.several(items.map(({ name, expression }) => `${name} = ${expression}`)),
  errors: (items, words) => words.several(items.map(({ code, when }) => words.headed(code, when))),
  retry: ({ attempts, backoffSeconds }, words) => words.process('retry', { attempts, seconds: backoffSeconds }),
  formId: (id, words) => words.nameOf(id),
  documents: (documents, words) =>
    words.list(
      documents.map(
        ({ name, required }) => `${name[words.locale] || name.zh || name.en}${required ? ` (${words.process('required')})` : ''}`,
      ),
    ),
  description: (text) => [text.zh, text.en].filter(Boolean).join(' / '),
  starter: starterText,
  titleTemplate: asIs,
  numbering: asIs,
  businessKeyField: asIs,
  summaryFields: (keys, words) => words.list(keys),
  lifeSpan: durationText,
  withdraw: (value, words) => words.designer(`withdrawRule.${value}`),
  adminIds: (ids, words) => words.list(ids.map(words.nameOf)),
  timer: (timer, words) => (timer.kind === 'duration' ? durationText(timer.duration, words) : timer.expression),
  errorCode: asIs,
  interrupting: (value, words) => words.process(value ? 'yes' : 'no'),
};

function accessLabel([part = '', id = '']: readonly string[], words: Words): string {
  if (part === 'default') return words.process('setting.accessDefault');
  return part === 'rows' ? words.process('setting.accessRows', { field: words.nameOf(id) }) : words.nameOf(id);
}

function rowsText(value: Json, words: Words): string {
  const allowed = Object.entries(value as Record<string, boolean>).filter(([, may]) => may);
  return allowed.length === 0
    ? words.process('none')
    : words.list(allowed.map(([operation]) => words.designer(`rowOperation.${operation}`)));
}

function completionText(completion: CompletionRule, words: Words): string {
  const rule = words.designer(`rule.${completion.rule}`);
  if (completion.rule !== 'vote') return rule;
  const need =
    completion.percent === undefined
      ? words.process('votes', { count: completion.count ?? 0 })
      : words.process('percent', { percent: completion.percent });
  return `${rule} ${words.designer(completion.compare === 'moreThan' ? 'voteMoreThan' : 'voteAtLeast')} ${need}`;
}

function starterText(starter: StarterRule, words: Words): string {
  if (starter.kind === 'everyone') return words.designer('starterEveryone');
  const { kind: _kind, ...lists } = starter;
  return words.list(Object.values(lists).flat().map(words.nameOf));
}

function ruleText(rule: AssignmentRule, words: Words): string {
  const kind = words.designer(`ruleKind.${rule.kind}`);
  const names = (ids: readonly string[]) => words.list(ids.map(words.nameOf));
  const more = (...parts: readonly string[]) => words.headed(kind, words.parts(parts.filter(Boolean)));
  switch (rule.kind) {
    case 'users':
      return more(names(rule.userIds));
    case 'department':
      return more(names(rule.departmentIds), rule.includeSub ? words.process('withSub') : '');
    case 'position':
      return more(names(rule.positionIds));
    case 'departmentPosition':
      return more(names(rule.departmentIds), names(rule.positionIds), rule.includeSub ? words.process('withSub') : '');
    case 'role':
      return more(names(rule.roleIds));
    case 'workGroup':
      return more(names(rule.workGroupIds));
    case 'manager':
      return more(words.process('levels', { levels: rule.levels }));
    case 'managerChain':
      return more(
        rule.untilRank === undefined ? '' : words.process('until', { rank: rule.untilRank }),
        rule.levels ? words.process('atMost', { expression: rule.levels }) : '',
      );
    case 'departmentHead':
    case 'fieldUsers':
    case 'fieldDepartments':
      return more(rule.field);
    case 'sameAs':
      return more(words.nameOf(rule.activityId));
    case 'everyone':
    case 'applicant':
    case 'chosenByApplicant':
    case 'chosenByPrevious':
      return kind;
  }
}
