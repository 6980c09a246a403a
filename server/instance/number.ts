import { Lru } from '@/lib/lru';
import { query } from '@/server/db/client';
import type { Runner } from '@/server/engine/runtime/runner';

/** `{yyyy}`, `{mm}`, `{dd}`, `{seq:4}` filled in for a day; the counter starts again with each new prefix. */
export type NumberPattern = { scope: string; render(seq: number): string };

const patterns = new Lru<NumberPattern>(500);

/** `day` is YYYY-MM-DD in the company's time zone. A pattern without `{seq}` gets one at its end, or numbers would repeat. */
export function numberPattern(kind: 'request' | 'field', pattern: string, day: string): NumberPattern {
  const key = `${kind} ${day} ${pattern}`;
  let known = patterns.get(key);
  if (known === undefined) patterns.set(key, (known = patternOf(kind, pattern, day)));
  return known;
}

function patternOf(kind: 'request' | 'field', pattern: string, day: string): NumberPattern {
  const [year = '', month = '', date = ''] = day.split('-');
  const dated = pattern.replaceAll('{yyyy}', year).replaceAll('{yy}', year.slice(2)).replaceAll('{mm}', month).replaceAll('{dd}', date);
  const full = SEQUENCE.test(dated) ? dated : `${dated}-{seq:4}`;
  return {
    scope: `${kind}:${full}`,
    render: (seq) => full.replace(SEQUENCE, (_whole, width: string | undefined) => String(seq).padStart(Number(width ?? 1), '0')),
  };
}

const SEQUENCE = /\{seq(?::(\d{1,2}))?\}/;

/** Takes the next `count` numbers of a scope and returns the last of them. */
export async function takeNumbers(run: Runner, scope: string, count: number): Promise<number> {
  const { rows } = await run<{ last: number }>({
    name: 'number_take',
    text: `insert into portal.number_sequence as s (scope, last) values ($1, $2)
           on conflict (scope) do update set last = s.last + excluded.last returning s.last`,
    values: [scope, count],
  });
  return rows[0]?.last ?? 0;
}

type Block = { next: number; last: number; size: number; at: number };
const MAX_BLOCK = 64;
const HURRY_MS = 10_000;
const blocks = new Map<string, Promise<Block>>();

/**
 * The next request number. Numbers are unique, not gap-free: this node takes them in blocks, outside any transaction. Blocks
 * grow while numbers are needed in a hurry and shrink to one when they are not, so that a quiet portal counts without gaps.
 */
export async function nextRequestNumber(pattern: string, day: string, now: number): Promise<string> {
  const { scope, render } = numberPattern('request', pattern, day);
  const block = (blocks.get(scope) ?? Promise.resolve<Block>({ next: 1, last: 0, size: 0, at: 0 })).then((held) =>
    held.next <= held.last ? held : takeBlock(scope, held, now),
  );
  const taken = block.then((held) => held.next);
  const rest = block.then((held) => ({ ...held, next: held.next + 1 }));
  blocks.set(scope, rest);
  rest.catch(() => blocks.delete(scope));
  return render(await taken);
}

async function takeBlock(scope: string, before: Block, now: number): Promise<Block> {
  const size = now - before.at < HURRY_MS ? Math.min(MAX_BLOCK, Math.max(1, before.size * 2)) : 1;
  const last = await takeNumbers(query, scope, size);
  return { next: last - size + 1, last, size, at: now };
}
