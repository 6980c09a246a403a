import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { errorStatus } from '@/lib/errors';
import { newId } from '@/lib/id';
import { headersOf, makeUser } from '@/server/auth/testing';
import { query } from '@/server/db/client';
import { log } from '@/server/log';
import { hostile } from '@/test/fuzz/hostile';
import { changedTables, stored } from '@/test/stored';
import { POST as upload } from './documents/route';
import { GET as download } from './documents/[documentId]/route';
import { GET as exportTable } from './org/export/route';
import { POST as importTable } from './org/import/route';

const ORIGIN = 'http://127.0.0.1:3000';
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
const bugs = vi.spyOn(log, 'error');

let cookie = '';
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  const user = await makeUser('everything', 'systemAdmin');
  const id = newId();
  await query({
    text: `insert into portal.session (id, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    values: [id, user.id],
  });
  cookie = (await headersOf(user, id)).get('cookie') ?? '';
});

/** An object may have a `toString` that is no function. */
const word = hostile.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2_000));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  word.map((text) => new TextEncoder().encode(text)),
  // A sheet as it ought to be, but for one cell.
  word.map((text) => new TextEncoder().encode(`编码,名称,上级\nA1,${text},\n${text},乙,A1\n`)),
);
const kinds = fc.constantFrom('users', 'departments', 'x');
const search = (parts: Record<string, string>) => new URLSearchParams(parts).toString();

describe(`whatever is sent to the handlers of files (FUZZ_SEED=${SEED})`, () => {
  it('a sheet is read or refused, and nothing of a refused one is stored', async () => {
    await expect(
      always(fc.tuple(kinds, fc.constantFrom('check', 'apply', 'x'), bytes, word), ([kind, mode, body, strange]) => {
        const address = `${ORIGIN}/api/org/import?${search({ kind, mode, commandId: newId(), ...(strange.length % 3 ? {} : { [strange]: strange }) })}`;
        return importTable(
          new Request(address, { method: 'POST', headers: headers('application/octet-stream'), body: new Uint8Array(body) }),
        );
      }),
    ).resolves.toBe('held');
  });

  it('a file is kept or refused', async () => {
    await expect(
      always(fc.tuple(bytes, word, fc.boolean()), ([body, name, whole]) => {
        const form = new FormData();
        form.append('file', new Blob([new Uint8Array(body)]), `${name}.txt`);
        if (whole) return upload(new Request(`${ORIGIN}/api/documents`, { method: 'POST', headers: headers(), body: form }));
        const type = 'multipart/form-data; boundary=x';
        return upload(new Request(`${ORIGIN}/api/documents`, { method: 'POST', headers: headers(type), body: new Uint8Array(body) }));
      }),
    ).resolves.toBe('held');
  });

  it('a file that is asked for is given or not found', async () => {
    await expect(
      always(word, (documentId) =>
        download(new Request(`${ORIGIN}/api/documents/x`, { headers: headers() }), { params: Promise.resolve({ documentId }) }),
      ),
    ).resolves.toBe('held');
  });

  it('an export is made or refused', async () => {
    await expect(
      always(fc.tuple(kinds, fc.oneof(fc.constantFrom('csv', 'xlsx'), word)), ([kind, format]) =>
        exportTable(new Request(`${ORIGIN}/api/org/export?${search({ kind, format })}`, { headers: headers() })),
      ),
    ).resolves.toBe('held');
  });
});

// helpers //////////////////////

function headers(type?: string): Headers {
  return new Headers({ cookie, origin: ORIGIN, ...(type && { 'content-type': type }) });
}

async function always<T>(sent: fc.Arbitrary<T>, act: (value: T) => Promise<Response>): Promise<'held'> {
  await fc.assert(
    fc.asyncProperty(sent, async (value) => {
      bugs.mockClear();
      const before = await stored();
      const response = await act(value);
      expect(bugs.mock.calls).toEqual([]);
      if (response.ok) return;
      const { error } = (await response.json()) as { error: { code: keyof typeof errorStatus } };
      expect(response.status).toBe(errorStatus[error.code]);
      expect(error.code).not.toBe('INTERNAL');
      expect(changedTables(before, await stored())).toEqual([]);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 40), seed: SEED, endOnFailure: true },
  );
  return 'held';
}
