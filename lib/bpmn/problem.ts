import type { ErrorCode } from '@/lib/errors';
import type { ExpressionError } from '@/lib/expression/types';

/**
 * Everything a check can say of a model, and the refusal it becomes when somebody publishes it.
 * The text of a problem is messages/<lang>/problem.json under the same key.
 */
export const problemCodes = {
  contentLost: 'MODEL_XML_INVALID',
  attributeUnknown: 'MODEL_XML_INVALID',
  referenceBroken: 'MODEL_REF_BROKEN',
  idDuplicate: 'MODEL_DUPLICATE_ID',
  idInvalid: 'MODEL_ID_INVALID',
  idMissing: 'MODEL_ID_INVALID',
  processMissing: 'MODEL_PROCESS_COUNT',
  processSeveral: 'MODEL_PROCESS_COUNT',
  processNotExecutable: 'MODEL_PROCESS_COUNT',
  elementUnsupported: 'MODEL_ELEMENT_UNSUPPORTED',
  eventUnsupported: 'MODEL_ELEMENT_UNSUPPORTED',
  eventDefinitionMissing: 'MODEL_ELEMENT_UNSUPPORTED',
  eventDefinitionSeveral: 'MODEL_ELEMENT_UNSUPPORTED',
  loopUnsupported: 'MODEL_ELEMENT_UNSUPPORTED',
  taskTypeMissing: 'MODEL_ELEMENT_UNSUPPORTED',
  scriptUnsupported: 'MODEL_ELEMENT_UNSUPPORTED',
  vendorExecution: 'MODEL_ELEMENT_UNSUPPORTED',
  callRecursion: 'MODEL_RECURSION',
  startMissing: 'MODEL_UNSOUND',
  startSeveral: 'MODEL_UNSOUND',
  startIncoming: 'MODEL_UNSOUND',
  endMissing: 'MODEL_UNSOUND',
  endOutgoing: 'MODEL_UNSOUND',
  nodeUnreachable: 'MODEL_UNSOUND',
  endUnreachable: 'MODEL_UNSOUND',
  flowMissing: 'MODEL_UNSOUND',
  endImplicit: 'MODEL_UNSOUND',
  busyLoop: 'MODEL_UNSOUND',
  deadlock: 'MODEL_UNSOUND',
  doubling: 'MODEL_UNSOUND',
  neverReached: 'MODEL_UNSOUND',
  livelock: 'MODEL_UNSOUND',
  undecided: 'MODEL_UNSOUND',
  defaultMissing: 'MODEL_NO_DEFAULT',
  flowConditionMissing: 'MODEL_NO_DEFAULT',
  defaultCondition: 'MODEL_EXPR_INVALID',
  conditionElsewhere: 'MODEL_EXPR_INVALID',
  expressionInvalid: 'MODEL_EXPR_INVALID',
  conditionMayBeEmpty: 'MODEL_EXPR_INVALID',
  flowCrossesScope: 'MODEL_REF_BROKEN',
  flowDangling: 'MODEL_REF_BROKEN',
  flowDuplicate: 'MODEL_SETTING_INVALID',
  boundaryDetached: 'MODEL_REF_BROKEN',
  boundaryIncoming: 'MODEL_UNSOUND',
  boundaryHost: 'MODEL_ELEMENT_UNSUPPORTED',
  timerMissing: 'MODEL_TIMER_INVALID',
  timerInvalid: 'MODEL_TIMER_INVALID',
  timerCycle: 'MODEL_TIMER_INVALID',
  errorCodeMissing: 'MODEL_SETTING_INVALID',
  errorCodeTwice: 'MODEL_SETTING_INVALID',
  errorNeverThrown: 'MODEL_SETTING_INVALID',
  errorUnhandled: 'MODEL_SETTING_INVALID',
  settingsInvalid: 'MODEL_SETTING_INVALID',
  assignmentMissing: 'MODEL_SETTING_INVALID',
  ruleIncomplete: 'MODEL_SETTING_INVALID',
  exceptIncomplete: 'MODEL_SETTING_INVALID',
  nobodyUserMissing: 'MODEL_SETTING_INVALID',
  nobodyAdminMissing: 'MODEL_SETTING_INVALID',
  sameAsUnknown: 'MODEL_REF_BROKEN',
  sameAsLater: 'MODEL_SETTING_INVALID',
  chosenByNobody: 'MODEL_SETTING_INVALID',
  chainEndless: 'MODEL_SETTING_INVALID',
  fieldUnknown: 'MODEL_REF_BROKEN',
  formulaShowsHidden: 'MODEL_SETTING_INVALID',
  fieldKind: 'MODEL_SETTING_INVALID',
  voteNumber: 'MODEL_SETTING_INVALID',
  votePercentBoth: 'MODEL_SETTING_INVALID',
  voteExceedsAll: 'MODEL_SETTING_INVALID',
  claimRule: 'MODEL_SETTING_INVALID',
  approveMissing: 'MODEL_SETTING_INVALID',
  followFlowUseless: 'MODEL_SETTING_INVALID',
  dueInvalid: 'MODEL_SETTING_INVALID',
  remindTooLate: 'MODEL_SETTING_INVALID',
  readersMissing: 'MODEL_SETTING_INVALID',
  connectorMissing: 'MODEL_SETTING_INVALID',
  connectorUnknown: 'MODEL_ELEMENT_UNSUPPORTED',
  outputReadonly: 'MODEL_SETTING_INVALID',
  outputTwice: 'MODEL_SETTING_INVALID',
  pathKeyUnknown: 'MODEL_REF_BROKEN',
  pathInvalid: 'MODEL_SETTING_INVALID',
  formMissing: 'MODEL_SETTING_INVALID',
  formUnpublished: 'MODEL_SETTING_INVALID',
  titleKeyUnknown: 'MODEL_REF_BROKEN',
  numberingInvalid: 'MODEL_SETTING_INVALID',
  summaryFieldUnknown: 'MODEL_REF_BROKEN',
  businessKeyUnknown: 'MODEL_REF_BROKEN',
  documentPlaceUnknown: 'MODEL_REF_BROKEN',
  documentDuplicate: 'MODEL_SETTING_INVALID',
  documentNameless: 'MODEL_SETTING_INVALID',
  documentNowhere: 'MODEL_SETTING_INVALID',
  startersNobody: 'MODEL_SETTING_INVALID',
  nameMissing: 'MODEL_SETTING_INVALID',
} as const satisfies Record<string, ErrorCode>;
export type ProblemCode = keyof typeof problemCodes;

export type Problem = {
  code: ProblemCode;
  level: 'error' | 'warning';
  /** The element to mark; null when it concerns the model as a whole. */
  elementId: string | null;
  /** Slots of the text; `name` is the element's name, or its id. */
  params: Readonly<Record<string, string | number>>;
  /** Inside the element's settings, e.g. `completion.percent`. */
  path?: string;
  /** Where in the XML text, when it was read from a file. */
  line?: number;
  /** Element ids of a run that shows it, in order. */
  trace?: readonly string[];
  fix?: Fix;
  /** What is wrong with an expression, for `expressionInvalid`. */
  cause?: Pick<ExpressionError, 'code' | 'params'>;
};

/** A change that would make the problem go away; the designer offers it as one click. */
export type Fix =
  | { kind: 'changeGateway'; elementId: string; to: 'bpmn:ExclusiveGateway' | 'bpmn:ParallelGateway' | 'bpmn:InclusiveGateway' }
  | { kind: 'setDefault'; gatewayId: string; flowId: string }
  | { kind: 'removeCondition'; flowId: string }
  | { kind: 'setExecutable'; elementId: string };

/** Whether nothing stands against publishing. */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.level === 'warning');
}
