import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { behaviors } from './behaviors/registry';
import { commands } from './commands/registry';

const text = readFileSync(new URL('../../../docs/engine.md', import.meta.url), 'utf8');

describe('docs/engine.md', () => {
  it.each(Object.keys(behaviors))('explains the element %s', (kind) => {
    expect(text).toContain(`| ${kind} |`);
  });

  it.each(Object.keys(commands))('names the command %s', (type) => {
    expect(text).toContain(`\`${type}\``);
  });
});
