import type { QueryResult, QueryResultRow } from 'pg';
import type { BatchStatement } from '@/server/db/batch';
import type { Statement } from '@/server/db/client';

/** How a statement runs: on its own, or inside a transaction that is open. */
export type Runner = <Row extends QueryResultRow>(statement: Statement) => Promise<QueryResult<Row>>;

/** Runs a prepared statement, maybe in one flight with those of others. */
export type PreparedRunner = <Row extends QueryResultRow>(statement: BatchStatement) => Promise<{ rows: Row[] }>;
