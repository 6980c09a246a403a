import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** The places at which a command waits until it is told to go on: before it reads, before it writes, before its write is committed. */
export const PLACES = ['read', 'write', 'commit'] as const;
export type Place = (typeof PLACES)[number];

/**
 * Commands that run on connections of their own, one step at a time, in the order that a test wants: no sleeping, no luck. The commit is
 * held in the database itself, by a trigger that asks for an advisory lock which the test holds. A command that waits for another's
 * row lock cannot go on, whatever it was told; it does as soon as the other has committed.
 */
export class Stepper {
  readonly #watch: pg.Client;
  readonly #release: () => void;
  readonly #commands = new Set<Stepped>();

  private constructor(watch: pg.Client, release: () => void) {
    this.#watch = watch;
    this.#release = release;
  }

  static async open(): Promise<Stepper> {
    const watch = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' });
    await watch.connect();
    await watch.query(`
      create or replace function hold_commit() returns trigger language plpgsql as $$
        begin perform pg_advisory_xact_lock_shared(hashtextextended(new.command_id::text, 0)); return null; end $$;
      create or replace trigger hold_commit after insert on portal.journal for each row execute function hold_commit()`);
    return new Stepper(watch, gateStatements());
  }

  async close(): Promise<void> {
    this.#release();
    await this.#watch.query('drop trigger hold_commit on portal.journal; drop function hold_commit()');
    await this.#watch.end();
  }

  /** Begins a command, which stops at its first place. */
  async begin(commandId: string, run: () => Promise<unknown>): Promise<Stepped> {
    await this.#watch.query('select pg_advisory_lock(hashtextextended($1, 0))', [commandId]);
    const command = new Stepped(commandId);
    this.#commands.add(command);
    command.ended = current.run(command, run).finally(() => command.end());
    await this.#settled(command);
    return command;
  }

  /** Lets it go on from this place, until it stands still at the next one, waits for a row, or has ended. */
  async go(command: Stepped, place: Place): Promise<void> {
    if (place === 'commit') await this.#watch.query('select pg_advisory_unlock(hashtextextended($1, 0))', [command.commandId]);
    else command.open(place);
    // What one does now may let another go on, which had been looked at before.
    for (let pass = 0; pass < this.#commands.size; pass++) for (const one of this.#commands) await this.#settled(one);
  }

  /** Lets them go on to their ends. */
  async finish(...commands: Stepped[]): Promise<void> {
    for (const command of commands) for (const place of PLACES) await this.go(command, place);
    await Promise.all(commands.map(({ ended }) => ended));
    for (const command of commands) this.#commands.delete(command);
  }

  /** Until the command stands at a gate, has ended, or the database says that its statement waits for a lock. */
  async #settled(command: Stepped): Promise<void> {
    while (!command.isAtGate && !command.hasEnded) {
      const waits = command.backend !== null && (await this.#waits(command.backend));
      if (waits) return;
      await new Promise((next) => setImmediate(next));
    }
  }

  async #waits(backend: number): Promise<boolean> {
    const { rows } = await this.#watch.query<{ waits: boolean }>(
      'select exists (select from pg_locks where pid = $1 and not granted) as waits',
      [backend],
    );
    return rows[0]?.waits ?? false;
  }
}

/** One command under way. */
export class Stepped {
  readonly commandId: string;
  hasEnded = false;
  ended: Promise<unknown> = Promise.resolve();
  /** The connection that runs its statement at the moment. */
  backend: number | null = null;
  readonly #open = new Set<Place>();
  #waiting: { place: Place; go: () => void } | null = null;

  constructor(commandId: string) {
    this.commandId = commandId;
  }

  get isAtGate(): boolean {
    return this.#waiting !== null;
  }

  open(place: Place): void {
    this.#open.add(place);
    if (this.#waiting?.place !== place) return;
    this.#waiting.go();
    this.#waiting = null;
  }

  end(): void {
    this.hasEnded = true;
  }

  /** Once through a gate, a command that has lost a race tries again without being held. */
  async pass(place: Place): Promise<void> {
    if (this.#open.has(place)) return;
    await new Promise<void>((go) => {
      this.#waiting = { place, go };
    });
  }
}

type Turn = { who: 0 | 1; place: Place };
/** The order in which two commands go on. */
export type Schedule = readonly Turn[];

/**
 * All orders in which two commands can take these places, but for those that differ in nothing that either could notice: who reads sees
 * what has been committed and nothing else, so that a read may change places with the other's read and write.
 */
export function distinct(places: readonly Place[]): readonly Schedule[] {
  const seen = new Set<string>();
  return schedules(places).filter((schedule) => {
    const key = normalForm(schedule);
    return !seen.has(key) && seen.add(key);
  });
}

// helpers //////////////////////

function normalForm(schedule: Schedule): string {
  const at = (who: 0 | 1, place: Place) => schedule.findIndex((turn) => turn.who === who && turn.place === place);
  const writes = schedule.filter(({ place }) => place !== 'read').map(({ who, place }) => `${who} ${place}`);
  const fresh = ([0, 1] as const).map((who) => at(who, 'read') > at(who === 0 ? 1 : 0, 'commit'));
  return JSON.stringify([writes, fresh]);
}

function schedules(places: readonly Place[]): Schedule[] {
  const from = (at: readonly [number, number]): Turn[][] => {
    if (at[0] === places.length && at[1] === places.length) return [[]];
    return ([0, 1] as const).flatMap((who) => {
      const place = places[at[who]];
      if (place === undefined) return [];
      const next: [number, number] = who === 0 ? [at[0] + 1, at[1]] : [at[0], at[1] + 1];
      return from(next).map((rest) => [{ who, place }, ...rest]);
    });
  };
  return from([0, 0]);
}

const current = new AsyncLocalStorage<Stepped>();

type Query = (this: pg.Client & { processID?: number }, config: { text?: string } | string, ...rest: unknown[]) => unknown;

/** Statements of stepped commands wait at their gates; all others run as ever. */
function gateStatements(): () => void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const plain = prototype.query;
  prototype.query = function query(config, ...rest) {
    const command = current.getStore();
    if (!command) return plain.call(this, config, ...rest);
    const text = typeof config === 'string' ? config : (config.text ?? '');
    const place = text.includes('insert into portal.journal') ? 'write' : 'read';
    return command.pass(place).then(async () => {
      command.backend = this.processID ?? null;
      try {
        return await plain.call(this, config, ...rest);
      } finally {
        command.backend = null;
      }
    });
  };
  return () => {
    prototype.query = plain;
  };
}
