import type { Connection, PoolClient, QueryResultRow, Submittable } from 'pg';
import { Messages } from './messages';
import { typeParsers } from './type-parsers';

/** A statement that may go together with others: prepared, its values as Postgres reads them. */
export type BatchStatement = { name: string; text: string; values: readonly BatchValue[] };
export type BatchValue = string | number | boolean | null | Buffer;

/** How a batch ended. An error (also of a value that the driver cannot send) means that nothing of it was written; `isUnsure`, that the connection may not know which of its statements it has. */
export type BatchEnd = { rows: QueryResultRow[][] } | { error: unknown; isUnsure: boolean };

/**
 * Several prepared statements in one flight and one transaction: all are sent before a single Sync, at which Postgres commits, or takes back
 * the whole (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING). Each has its own snapshot, as it would alone.
 * It is sent at once, also when the connection has not answered those before it: Postgres goes from one to the next without a word from here.
 */
export function sendBatch(client: PoolClient, statements: readonly BatchStatement[]): Promise<BatchEnd> {
  return new Promise<BatchEnd>((done) => {
    const { connection } = client as unknown as { connection: Connection };
    const batch = new Batch(client, knownBy(connection), statements, done);
    const bytes = batch.bytes();
    // A connection that is gone says so when it is asked for answers.
    if (connection.stream.writable) connection.stream.write(bytes);
    batch.await();
  }).catch((error: unknown) => ({ error, isUnsure: true }));
}

// helpers //////////////////////

class Batch implements Submittable {
  /** Called once; the driver puts its time limit around it. */
  callback: (error: unknown) => void;
  #statements: readonly BatchStatement[];
  #rows: QueryResultRow[][];
  readonly #client: PoolClient;
  readonly #known: Known;
  /** Those that this connection did not have before. */
  readonly #added = new Set<string>();
  #at = 0;

  constructor(client: PoolClient, known: Known, statements: readonly BatchStatement[], done: (end: BatchEnd) => void) {
    this.#client = client;
    this.#known = known;
    this.#statements = statements;
    this.#rows = statements.map(() => []);
    this.callback = (error) => done(error ? { error, isUnsure: this.#added.size > 0 } : { rows: this.#rows });
  }

  /** All of its messages. */
  bytes(): Buffer {
    const { texts, onTheirWay, columns } = this.#known;
    const messages = new Messages();
    for (const { name, text, values } of this.#statements) {
      if (texts[name] === undefined && !onTheirWay.has(name)) {
        messages.parse(name, text);
        this.#added.add(name);
        onTheirWay.add(name);
      }
      messages.bind(name, values);
      // A prepared statement never changes its columns: Postgres refuses to run it when a table has.
      if (!columns.has(name)) messages.describe();
      messages.execute();
    }
    messages.sync();
    return messages.bytes();
  }

  /** Answers come in the order in which was asked; the driver knows of one batch at a time. */
  await(): void {
    const { inOrder } = this.#known;
    if (inOrder.push(this) === 1) this.#client.query(this);
  }

  /** All has been sent. */
  submit(): null {
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: typeParsers.getTypeParser(dataTypeID, 'text') }));
    this.#known.columns.set(this.#statements[this.#at]?.name ?? '', columns);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const columns = this.#known.columns.get(this.#statements[this.#at]?.name ?? '') ?? [];
    const row: QueryResultRow = {};
    for (const [index, { name, parse }] of columns.entries()) {
      const value = fields[index] ?? null;
      row[name] = value === null ? null : parse(value);
    }
    this.#rows[this.#at]?.push(row);
  }

  handleCommandComplete(): void {
    this.#at += 1;
  }

  handleError(error: unknown): void {
    this.#next();
    this.callback(error);
  }

  /** Committed: what was deferred has been checked too. */
  handleReadyForQuery(): void {
    const { texts, onTheirWay } = this.#known;
    for (const { name, text } of this.#statements) {
      texts[name] = text;
      onTheirWay.delete(name);
    }
    this.#next();
    this.callback(null);
    // Without this what was sent outlived its flight: 0.88 instead of 0.46 MB were promoted at each collection of young objects.
    this.#statements = [];
    this.#rows = [];
  }

  #next(): void {
    const { inOrder } = this.#known;
    if (inOrder[0] !== this) return;
    inOrder.shift();
    const [next] = inOrder;
    if (next) this.#client.query(next);
  }
}

type Column = { name: string; parse(value: string): unknown };

/** What is known of a connection's batches and prepared statements, these by their names. */
type Known = {
  /** The driver's own record, where its own queries look before they parse. */
  texts: Record<string, string>;
  /** Sent to be parsed and not answered yet. Of a batch that fails they stay here: its end says `isUnsure`, and the connection has to go. */
  onTheirWay: Set<string>;
  columns: Map<string, readonly Column[]>;
  /** Sent and not answered yet. */
  inOrder: Batch[];
};

const knownByConnection = new WeakMap<Connection, Known>();

function knownBy(driver: Connection): Known {
  let known = knownByConnection.get(driver);
  if (!known) {
    const { parsedStatements } = driver as unknown as { parsedStatements: Record<string, string> };
    knownByConnection.set(driver, (known = { texts: parsedStatements, onTheirWay: new Set(), columns: new Map(), inOrder: [] }));
  }
  return known;
}
