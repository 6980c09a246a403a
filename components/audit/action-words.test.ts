import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionWords } from './action-words';

describe('the actions of the audit log', () => {
  it('have words, each one that the server writes', () => {
    const files = readdirSync('server', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
      .map((file) => join('server', file));

    const written = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/action: (?:[^'\n]*\? )?'([a-zA-Z]+\.[a-zA-Z]+)'(?: : '([a-zA-Z]+\.[a-zA-Z]+)')?/g)].flatMap(
        ([, one, other]) => [one, other].filter((action) => action !== undefined),
      ),
    );

    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((action) => actionWords(action) === null)).toEqual([]);
  });

  it('keep their code when they are not known', () => {
    expect(actionWords('something.else')).toBeNull();
  });
});
