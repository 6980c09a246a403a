import { hostname } from 'node:os';

/** This process among those that share a database: in its connections, its log, and on the system page. */
export function nodeName(): string {
  return process.env.VERMILION_NODE ?? `${hostname()}:${process.pid}`;
}

/** Before the name in a connection's application_name, which Postgres cuts at 63 bytes. */
export const NODE_PREFIX = 'vermilion ';

export function applicationName(): string {
  return `${NODE_PREFIX}${nodeName()}`.slice(0, 60);
}
