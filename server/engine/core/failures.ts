import type { Json } from '@/lib/json';
import type { Rejection } from './decision';
import type { FactQuery } from './facts';
import type { IncidentKind } from './state';

/** The model or its data does not allow the step: the step is undone and an incident stands open on its element. */
export class ModelFailure extends Error {
  readonly kind: IncidentKind;
  readonly detail: { [key: string]: Json };
  constructor(kind: IncidentKind, detail: { [key: string]: Json } = {}) {
    super(kind);
    this.kind = kind;
    this.detail = detail;
  }
}

/** The command is refused and nothing of it stays. */
export class Refusal extends Error {
  readonly rejection: Rejection;
  constructor(code: Rejection['code'], path?: string, reason?: Rejection['reason']) {
    super(code);
    this.rejection = { code, ...(path === undefined ? {} : { path }), ...(reason === undefined ? {} : { reason }) };
  }
}

/** The step has to know something of the world first. */
export class MissingFacts extends Error {
  readonly queries: readonly FactQuery[];
  constructor(queries: readonly FactQuery[]) {
    super('missing facts');
    this.queries = queries;
  }
}
