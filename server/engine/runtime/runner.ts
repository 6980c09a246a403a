import type { QueryResult, QueryResultRow } from 'pg';
import type { Statement } from '@/server/db/client';

/** How a statement runs: on its own, or inside a transaction that is open. */
export type Runner = <Row extends QueryResultRow>(statement: Statement) => Promise<QueryResult<Row>>;
