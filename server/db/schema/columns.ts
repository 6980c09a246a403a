import { customType, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core';

export const portal = pgSchema('portal');

/** UUIDv7 made in the application (lib/id.ts). */
export const id = () => uuid('id').primaryKey();
/** ISO 8601 string end to end; never a Date. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'bytea' });
