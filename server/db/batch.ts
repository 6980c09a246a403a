import type { Connection, QueryResultRow, Submittable } from 'pg';
import { Messages } from './messages';
import { typeParsers } from './type-parsers';

/** A statement that may go together with others: prepared, its values as Postgres reads them. */
export type BatchStatement = { name: string; text: string; values: readonly BatchValue[] };
export type BatchValue = string | number | boolean | null | Buffer;

/** How a batch ended. An error means that nothing of it was written; `isUnsure`, that the connection may not know which of its statements it has. */
export type BatchEnd = { rows: QueryResultRow[][] } | { error: unknown; isUnsure: boolean };

/**
 * Several prepared statements in one flight and one transaction: all are sent before a single Sync, at which Postgres commits, or takes back
 * the whole (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING). Each has its own snapshot, as it would alone.
 */
export class Batch implements Submittable {
  /** Called once; the driver puts its time limit around it. */
  callback: (error: unknown) => void;
  #statements: readonly BatchStatement[];
  #rows: QueryResultRow[][];
  /** Those that this connection did not have before. */
  readonly #added = new Set<string>();
  #columns = new Map<string, readonly Column[]>();
  #at = 0;

  constructor(statements: readonly BatchStatement[], done: (end: BatchEnd) => void) {
    this.#statements = statements;
    this.#rows = statements.map(() => []);
    this.callback = (error) => done(error ? { error, isUnsure: this.#added.size > 0 } : { rows: this.#rows });
  }

  submit(driver: Connection): null {
    const { parsedStatements } = preparing(driver);
    this.#columns = columnsOf(driver);
    const messages = new Messages();
    for (const { name, text, values } of this.#statements) {
      if (parsedStatements[name] === undefined && !this.#added.has(name)) {
        messages.parse(name, text);
        this.#added.add(name);
      }
      messages.bind(name, values);
      // A prepared statement never changes its columns: Postgres refuses to run it when a table has.
      if (!this.#columns.has(name)) messages.describe();
      messages.execute();
    }
    messages.sync();
    driver.stream.write(messages.bytes());
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: typeParsers.getTypeParser(dataTypeID, 'text') }));
    this.#columns.set(this.#statements[this.#at]?.name ?? '', columns);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const columns = this.#columns.get(this.#statements[this.#at]?.name ?? '') ?? [];
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
    this.callback(error);
  }

  /** Committed: what was deferred has been checked too. */
  handleReadyForQuery(driver: Connection): void {
    const { parsedStatements } = preparing(driver);
    for (const { name, text } of this.#statements) parsedStatements[name] = text;
    this.callback(null);
    // Without this what was sent outlived its flight: 0.88 instead of 0.46 MB were promoted at each collection of young objects.
    this.#statements = [];
    this.#rows = [];
  }
}

// helpers //////////////////////

type Column = { name: string; parse(value: string): unknown };

/** The driver's connection as its own queries use it: texts by name, where they look before they parse. */
type PreparingConnection = { parsedStatements: Record<string, string> };

const columnsByConnection = new WeakMap<Connection, Map<string, readonly Column[]>>();

/** Of the statements that this connection has described, by their names. */
function columnsOf(driver: Connection): Map<string, readonly Column[]> {
  let columns = columnsByConnection.get(driver);
  if (!columns) columnsByConnection.set(driver, (columns = new Map()));
  return columns;
}

function preparing(driver: Connection): PreparingConnection {
  return driver as unknown as PreparingConnection;
}
