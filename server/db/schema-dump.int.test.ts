import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { schemaText } from '@/scripts/schema-text';
import { dedicatedClient } from './client';

it('server/db/schema.sql shows the schema that the migrations make (npm run db:schema-dump)', async () => {
  const client = dedicatedClient();
  await client.connect();
  const text = await schemaText(client);
  await client.end();
  expect(await readFile('server/db/schema.sql', 'utf8')).toBe(text);
});
