import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type JournalBody, packBody, readBody, unpackBody } from './journal-body';
import { journalHash } from './journal-hash';
import { journalDictionaries } from './journal-dictionaries';

const body: JournalBody = {
  events: [
    {
      type: 'workItemChanged',
      workItemId: '01a1fca1-60d1-7001-b8e4-9861d107d221',
      elementId: 'manager',
      change: { status: 'approved', comment: '同意，请按标准执行', endedAt: '2026-11-21T05:43:16.953Z' },
    },
    {
      type: 'approvalNoted',
      approval: {
        userId: '01a1fca1-5ea3-7000-9c48-c7bb0d2dfc91',
        elementId: 'manager',
        activityId: '01a1fca1-60d1-7000-9b9a-6dd5bb89bfe4',
        decision: 'approved',
      },
    },
    { type: 'dataChanged', changes: [{ path: '金额', before: null, after: { amount: '12.50', currency: 'CNY' } }], rev: 2 },
    { type: 'versionRaised', version: 2 },
  ],
  result: { instanceId: '01a1fca1-60cf-7000-89cc-25094392dcd5', status: 'running', outcome: null, next: [] },
  stats: [],
};

/** `body` as it was written before there was another packing. */
const DEFLATED =
  'AZ2WPQrCQBBGTzQys9lNdjyHlWCxu5NYaWFvJwYhoB5AUBtLSxuvY9DKK4gIEv/QeIN5Ax/v/WEUJEdZcAQxCkGCSOBtqoFtTEKYiFL0dFTP9V03HdSQz2FWlKPpeV8ct7uymJTL/JCPy8nmuCpevUQEilpomjpqUtxgE7Xrq+qOZVIXXbEQOGgLIfEeRUkW+DPWw9ZfHoTAnh3EIsZ7yz5L9Q/m+xqep3x+Wi8+5WcliUk1zLsmfhuof62hghyyG7LlEEAZZB2xkiCmzmKqC+gMLw==';
describe('the body of a journal row', () => {
  it('comes back as it was packed', () => {
    expect(unpackBody(packBody(body))).toBe(JSON.stringify(body));
    expect(readBody(packBody(body))).toEqual(body);
  });

  it('is a third of its JSON', () => {
    expect(packBody(body).length).toBeLessThan(JSON.stringify(body).length / 3);
  });

  it('is still read when it was deflated with the first dictionary', () => {
    const deflated = Buffer.from(DEFLATED, 'base64');
    expect(unpackBody(deflated)).toBe(JSON.stringify(body));
    expect(readBody(deflated)).toEqual(body);
  });

  it('survives a value of a megabyte', () => {
    const large: JournalBody = { ...body, events: [{ type: 'instanceSuspended', reason: '长'.repeat(400_000) }] };
    expect(readBody(packBody(large))).toEqual(large);
    expect(packBody(large).length).toBeLessThan(10_000);
  });

  it('survives a text that is no Unicode', () => {
    const odd: JournalBody = { ...body, events: [{ type: 'instanceSuspended', reason: 'half \ud83d of a pair' }] };
    expect(readBody(packBody(odd))).toEqual(odd);
    expect(unpackBody(packBody(odd))).toBe(JSON.stringify(odd));
  });

  it('says which dictionary it needs', () => {
    const packed = Buffer.from(DEFLATED, 'base64');
    packed[0] = 99;
    expect(() => unpackBody(packed)).toThrow('dictionary 99');
  });
});

describe('the hash of a row', () => {
  const columns = {
    rootInstanceId: '01a1fca1-60cf-7000-89cc-25094392dcd5',
    seq: 2,
    at: '2026-11-21T05:43:16.953Z',
    actorId: null,
    actorName: 'timer',
    command: 'decide',
    commandId: '01a1fca1-60d1-7001-b8e4-9861d107d221',
    requestHash: 'ab',
    reason: null,
  };

  it('is over what is stored, and of a deflated body over its JSON, as it was when all were', () => {
    const head = JSON.stringify(['before', ...Object.values(columns)]);
    expect(journalHash('before', columns, Buffer.from(DEFLATED, 'base64'))).toBe(hash('sha256', `${head}\n${JSON.stringify(body)}`));
    const packed = packBody(body);
    expect(journalHash('before', columns, packed)).toBe(hash('sha256', Buffer.concat([Buffer.from(`${head}\n`), packed])));
    packed[20] = 99;
    expect(journalHash('before', columns, packed)).not.toBe(journalHash('before', columns, packBody(body)));
  });
});

describe('the dictionaries of the journal', () => {
  it('never change: what was written with one can only be read with it', () => {
    const hashes = journalDictionaries.map((words) => hash('sha256', words));
    expect(hashes).toEqual(['36989c39f06920765f71a5c9e41bc414d22cfbff7d0772d22dd95d5bb4c0615e']);
  });
});
