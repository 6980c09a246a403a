import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import type { Ctx } from '@/server/context';
import { queryTogether } from '@/server/db/together';
import { isConnectionLost } from '@/server/db/sql-error';
import { withTransaction } from '@/server/db/unit-of-work';
import type { Command, CommandActor, CommandResult } from '@/server/engine/core/command';
import { decide } from '@/server/engine/core/decide';
import type { Decision } from '@/server/engine/core/decision';
import type { Facts } from '@/server/engine/core/facts';
import type { Instance, InstanceState } from '@/server/engine/core/state';
import { hashOf } from '@/server/idempotent';
import type { PersonName } from '@/server/org/facts';
import { OrganisationFacts } from '@/server/org/organisation-facts';
import { emitCommitted } from './committed';
import { companyTimeZone } from './company-time';
import { getVersion } from './definitions';
import { formWrite } from './form-write';
import { checkJobOutput } from './job-output';
import { dropState, type Kept, keepState, keptState, latestOrganisation, noteOrganisation } from './kept-states';
import { type JournalEnd, load, type Loaded, type LoadKey, readStart, type StartReading } from './load';
import { persist, type ExtraWrite } from './persist';
import { inTurn } from './root-queue';
import type { PreparedRunner, Runner } from './runner';

/** What a verb sees of the instance before the command is decided; `state` is null for a start. */
export type Before = { state: InstanceState | null; definition: Definition; formVersionId: string | null; now: string };

export type Prepared = { command: Command; extras?: readonly ExtraWrite[] };

export type ExecuteInput = {
  /** May be left out when the command names a work item. */
  rootInstanceId?: string;
  command: Command;
  commandId: string;
  /** Of a start: what the verb has read along with its own. Later attempts read it anew; of a kept one there are none, since the verb has to. */
  reading?: StartReading;
  /** Of the verb's whole input; a repeat with another one is IDEMPOTENCY_MISMATCH. Default: of the command itself. */
  requestHash?: string;
  /** Refuses by throwing. Runs on fresh state at every attempt. */
  guard?(before: Before): void | Promise<void>;
  /** Completes the command by what the state says (checked values, titles) and adds writes to the same statement. Runs at every attempt, after `guard`. */
  prepare?(before: Before): Prepared | Promise<Prepared>;
  /** Writes of its own that must stand or fall with the step (gap-free numbers): this and the step's statement are then one transaction. */
  inTransaction?(prepared: Prepared, run: Runner): Promise<Prepared>;
};

/** The answer; `met` is what the step knew when it was carried out, so that nobody has to read it again. A repeat has none. */
export type Executed = CommandResult & { met?: Met };
export type Met = {
  instance: Instance /** Of people who were looked up: not of everybody in the answer. */;
  names: ReadonlyMap<string, PersonName>;
};

const MAX_TRIES = 8;
/** How long a lost answer is looked for: a network that is away for longer costs every look its time limit. */
const LOST_MS = 5_000;
const MAX_FACT_ROUNDS = 20;
/** 128 bits of it tell requests apart, and are half as long in every row of the journal. */
const REQUEST_HASH_LENGTH = 32;

/**
 * Carries out one command: decides on the live state, and writes the difference guarded by the state's version (1 round trip). The
 * state is the one that the last step of this process has left; when there is none, or it is of no use any more, it is loaded (1 round
 * trip). What was not asked of the organisation since it has changed costs one more. Whoever loses a race decides again on fresh state.
 * A repeat of a commandId gets the first answer. A refusal is an AppError and leaves nothing.
 */
export async function execute(ctx: Ctx, input: ExecuteInput): Promise<Executed> {
  const begun = performance.now();
  let outcome = await tryOnce(ctx, input);
  const { reading, ...again } = input;
  if (reading?.isKept && outcome instanceof Conflict) throw outcome;
  for (let tries = 1; outcome instanceof Conflict; tries++) {
    if (tries === MAX_TRIES || (outcome.isLost && performance.now() - begun > LOST_MS)) throw new AppError('BUSY');
    await sleep(Math.random() * 4 * 2 ** tries);
    outcome = await inTurn(outcome.rootInstanceId, () => tryOnce(ctx, again));
  }
  return outcome;
}

// helpers //////////////////////

function rootOf({ rootInstanceId, command }: ExecuteInput): string | undefined {
  return command.type === 'startInstance' ? command.instance.id : rootInstanceId;
}

function keyOf(input: ExecuteInput): LoadKey {
  const root = rootOf(input);
  if (root !== undefined) return { rootInstanceId: root };
  if ('workItemId' in input.command && input.command.workItemId !== null) return { workItemId: input.command.workItemId };
  throw new Error(`${input.command.type} names neither an instance nor a work item`);
}

/** A conflict when somebody else was faster, or when the answer of the write was lost and the journal has to say whether it happened. */
async function tryOnce(ctx: Ctx, input: ExecuteInput): Promise<Executed | Conflict> {
  const trace: Trace = { rootInstanceId: rootOf(input) ?? '' };
  try {
    return await attemptOn(ctx, input, trace);
  } catch (error) {
    if (error instanceof Conflict) return error;
    if (isLost(error)) return new Conflict(trace.rootInstanceId, true);
    throw error;
  }
}

function isLost(error: unknown): boolean {
  return error instanceof AppError && error.code === 'BUSY' && isConnectionLost(error.cause);
}

/** Thrown, so that inside a transaction the loser takes back what it wrote before. */
class Conflict extends Error {
  readonly rootInstanceId: string;
  readonly isLost: boolean;
  constructor(rootInstanceId: string, isLost = false) {
    super('the instance has changed');
    this.rootInstanceId = rootInstanceId;
    this.isLost = isLost;
  }
}

/** What is known by the time something fails. */
type Trace = { rootInstanceId: string };

async function attemptOn(ctx: Ctx, input: ExecuteInput, trace: Trace): Promise<Executed> {
  const requestHash = (input.requestHash ?? hashOf({ command: input.command, actor: actorOf(ctx) })).slice(0, REQUEST_HASH_LENGTH);
  const attempt = { ctx, input, requestHash };
  const done = await stepFromKept(attempt, trace);
  if (done) return done;
  const { loaded, organisation, isKept } = await loadFor(input);
  noteOrganisation(organisation);
  if (loaded) trace.rootInstanceId = loaded.state.instance.id;
  if (loaded?.seen) return answerAgain(loaded.seen, requestHash);
  return (await stepFrom(attempt, { state: loaded?.state ?? null, journal: loaded?.journal ?? { seq: 0, hash: '' }, organisation, isKept }))
    .executed;
}

type Attempt = { ctx: Ctx; input: ExecuteInput; requestHash: string };
type Basis = { state: InstanceState | null; journal: JournalEnd; organisation: string; isKept: boolean };

/** The step on what this process has kept; null when there is nothing, or anything but a written step came of it: then only fresh state can tell what is true (docs/adr/0014). */
async function stepFromKept(attempt: Attempt, trace: Trace): Promise<Executed | null> {
  const { input } = attempt;
  const organisation = latestOrganisation();
  const kept = organisation === null ? undefined : keptFor(input);
  if (kept === undefined || organisation === null) return null;
  try {
    const { executed, wrote } = await stepFrom(attempt, { ...kept, organisation, isKept: true });
    if (wrote) return executed;
  } catch (error) {
    dropState(kept);
    trace.rootInstanceId = kept.state.instance.id;
    if (isLost(error)) throw error;
  }
  return null;
}

/** Readers' items, and what a worker has claimed, change past the version. */
function keptFor({ command, inTransaction, rootInstanceId }: ExecuteInput): Kept | undefined {
  if (command.type === 'startInstance' || command.type === 'remindReaders' || 'jobId' in command || inTransaction) return undefined;
  if (rootInstanceId !== undefined) return keptState({ rootInstanceId });
  return 'workItemId' in command && command.workItemId !== null ? keptState({ workItemId: command.workItemId }) : undefined;
}

async function stepFrom(
  { ctx, input, requestHash }: Attempt,
  { state, journal, organisation, isKept }: Basis,
): Promise<{ executed: Executed; wrote: boolean }> {
  const before = await beforeOf(ctx, input.command, state);
  await input.guard?.(before);
  const prepared = (await input.prepare?.(before)) ?? (await prepareAlone(input.command, before));
  const facts = new OrganisationFacts(organisation, before.now);
  const decision = await decideWithFacts(before, prepared.command, { actor: actorOf(ctx), facts });
  const write: Write = { ctx, before, journal, organisation, isKept, commandId: input.commandId, requestHash };
  const { inTransaction } = input;
  const decided = inTransaction
    ? await withTransaction(async (tx) => {
        const run: Runner = (statement) => tx.query(statement);
        const completed = await inTransaction(prepared, run);
        return writeDecision(
          run,
          { prepared: completed, decision: decideOn(before, completed.command, { actor: actorOf(ctx), facts }) },
          write,
        );
      })
    : await writeDecision(queryTogether, { prepared, decision }, write);
  const { result, after, end } = decided;
  if (end) {
    keepState(after, end);
    emitCommitted({ rootInstanceId: after.instance.id, jobs: Object.keys(after.jobs).length > 0, outbox: true });
  }
  return { executed: { ...result, met: { instance: after.instance, names: facts.names } }, wrote: end !== null };
}

async function loadFor(input: ExecuteInput): Promise<{ loaded: Loaded | null; organisation: string; isKept: boolean }> {
  const { command, commandId } = input;
  if (command.type === 'startInstance') {
    const { isStarted, organisation, isKept } = input.reading ?? (await readStart(queryTogether, command.instance.id));
    if (!isStarted) return { loaded: null, organisation, isKept };
  }
  const loaded = await load(queryTogether, keyOf(input), commandId, command.type === 'remindReaders');
  return { loaded, organisation: loaded?.organisation ?? '', isKept: false };
}

/** A command that comes without a verb: a worker's. */
async function prepareAlone(command: Command, before: Before): Promise<Prepared> {
  return { command: command.type === 'completeJob' ? await checkJobOutput(command, before) : command };
}

async function beforeOf(ctx: Ctx, command: Command, state: InstanceState | null): Promise<Before> {
  const isStart = command.type === 'startInstance';
  if (isStart && state) throw new AppError('IDEMPOTENCY_MISMATCH');
  if (!isStart && !state) throw new AppError('NOT_FOUND');
  const version = await getVersion(versionIdOf(command, state));
  return {
    state,
    definition: version.definition,
    formVersionId: state?.data.formVersionId ?? version.formVersionId,
    now: ctx.now().toISOString(),
  };
}

type Write = {
  ctx: Ctx;
  before: Before;
  journal: JournalEnd;
  organisation: string;
  isKept: boolean;
  commandId: string;
  requestHash: string;
};
/** `end` is null when nothing had to be written. */
type Written = { result: CommandResult; after: InstanceState; end: JournalEnd | null };

/** Nothing is looked up any more from here on: inside a transaction that would ask for a second connection. */
async function writeDecision(
  run: PreparedRunner,
  { prepared, decision }: { prepared: Prepared; decision: Decision },
  write: Write,
): Promise<Written> {
  const { ctx, before, journal, organisation, isKept, commandId, requestHash } = write;
  const { command, extras = [] } = prepared;
  if (decision.kind === 'needs') throw new Error(`${command.type} has changed what it asks for`);
  if (decision.kind === 'rejected') throw toRefusal(decision.rejection);
  const { state: after, events, result } = decision;
  if (events.length === 0) return { result, after, end: null };
  const step = { command, actor: actorOf(ctx), definition: before.definition, before: before.state, after, events, at: before.now };
  const form = await formWrite(step);
  const end = await persist(run, {
    step,
    journal,
    organisation,
    isKept,
    commandId,
    requestHash,
    result,
    extras: form ? [form, ...extras] : extras,
  });
  if (!end) throw new Conflict(after.instance.id);
  return { result, after, end };
}

function answerAgain(seen: NonNullable<Loaded['seen']>, requestHash: string): CommandResult {
  if (seen.requestHash !== requestHash) throw new AppError('IDEMPOTENCY_MISMATCH');
  return seen.result;
}

function versionIdOf(command: Command, state: InstanceState | null): string {
  if (state) return state.instance.versionId;
  if (command.type === 'startInstance') return command.instance.versionId;
  throw new AppError('NOT_FOUND');
}

function actorOf(ctx: Ctx): CommandActor {
  return ctx.actor.kind === 'user'
    ? { kind: 'user', userId: ctx.actor.userId, name: ctx.actor.name }
    : { kind: 'system', name: ctx.actor.name };
}

type Deciding = { actor: CommandActor; facts: OrganisationFacts };

/** decide() asks by value for what it has to know; every round of questions that are not yet answered is one query. */
async function decideWithFacts(before: Before, command: Command, { actor, facts }: Deciding): Promise<Decision> {
  for (let round = 0; round < MAX_FACT_ROUNDS; round++) {
    const decision = decideOn(before, command, { actor, facts });
    if (decision.kind !== 'needs') return decision;
    await facts.ask(decision.facts);
  }
  throw new Error(`the engine asks for facts without end: ${command.type}`);
}

function decideOn(before: Before, command: Command, { actor, facts }: { actor: CommandActor; facts: Facts }): Decision {
  return decide(before.definition, before.state, { command, actor, facts, env: { now: before.now, timeZone: companyTimeZone(), newId } });
}

function toRefusal(rejection: Extract<Decision, { kind: 'rejected' }>['rejection']): AppError {
  const { code, path, reason } = rejection;
  return new AppError(code, { ...(path === undefined ? {} : { path }), ...(reason === undefined ? {} : { params: { reason } }) });
}
