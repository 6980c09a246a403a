import { compilePattern, type Pattern } from '../regex/compile';
import { replacePattern, splitPattern, testPattern } from '../regex/apply';
import type { Machine } from '../run/machine';
import { number } from '../values/number';
import { printValue } from '../values/print';
import type { FeelValue } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { blank, integer, list, nullable, optional, pattern, text, value } from './param';

/** By code points, from 1; a negative start counts from the end. */
function substring(input: string, start: number, length: number | undefined): FeelValue {
  if (start === 0 || (length !== undefined && length < 1)) return null;
  const points = [...input];
  const begin = start > 0 ? start - 1 : Math.max(0, points.length + start);
  return points.slice(begin, length === undefined ? undefined : begin + length).join('');
}

function before(input: string, match: string): string {
  const at = input.indexOf(match);
  return at < 0 ? '' : input.slice(0, at);
}

function after(input: string, match: string): string {
  const at = input.indexOf(match);
  return at < 0 ? '' : input.slice(at + match.length);
}

type Framing = { delimiter: string; prefix: string; suffix: string };

/** Blanks are left out. */
function joinTexts(values: readonly FeelValue[], { delimiter, prefix, suffix }: Framing, machine: Machine): FeelValue {
  const texts = values.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return null;
  machine.room(texts.reduce((length, item) => length + item.length + delimiter.length, prefix.length + suffix.length));
  return `${prefix}${texts.join(delimiter)}${suffix}`;
}

function matches(input: string, pattern: string, flags: string | null, machine: Machine): FeelValue {
  const compiled = compilePattern(pattern, flags ?? '');
  return compiled === null ? null : testPattern(compiled, input, machine);
}

function replace(input: string, compiled: Pattern | null, replacement: string, machine: Machine): FeelValue {
  return compiled === null ? null : replacePattern(compiled, input, replacement, machine);
}

function split(input: string, delimiter: string, machine: Machine): FeelValue {
  const compiled = compilePattern(delimiter, '');
  return compiled === null ? null : splitPattern(compiled, input, machine);
}

export const textBuiltins: readonly Builtin[] = [
  builtin(
    'text',
    'string',
    ['转文本'],
    signature([value('from')], 'string', ([from], machine) => printValue(from, machine)),
  ),
  builtin(
    'text',
    'string length',
    ['文本长度'],
    signature([text('string')], 'number', ([input]) => number([...input].length)),
  ),
  builtin(
    'text',
    'substring',
    ['截取文本'],
    signature([text('string'), integer('start position'), optional(integer('length'))], 'string', ([input, start, length]) =>
      substring(input, start, length),
    ),
  ),
  builtin(
    'text',
    'substring before',
    [],
    signature([text('string'), text('match')], 'string', ([input, match]) => before(input, match)),
  ),
  builtin(
    'text',
    'substring after',
    [],
    signature([text('string'), text('match')], 'string', ([input, match]) => after(input, match)),
  ),
  builtin(
    'text',
    'upper case',
    ['转大写字母'],
    signature([text('string')], 'string', ([input]) => input.toUpperCase()),
  ),
  builtin(
    'text',
    'lower case',
    ['转小写字母'],
    signature([text('string')], 'string', ([input]) => input.toLowerCase()),
  ),
  builtin(
    'text',
    'contains',
    ['包含'],
    signature([text('string'), text('match')], 'boolean', ([input, match]) => input.includes(match)),
  ),
  builtin(
    'text',
    'starts with',
    ['开头是'],
    signature([text('string'), text('match')], 'boolean', ([input, match]) => input.startsWith(match)),
  ),
  builtin(
    'text',
    'ends with',
    ['结尾是'],
    signature([text('string'), text('match')], 'boolean', ([input, match]) => input.endsWith(match)),
  ),
  builtin(
    'text',
    'trim',
    ['去空格'],
    signature([text('string')], 'string', ([input]) => input.trim()),
  ),
  builtin(
    'text',
    'matches',
    ['匹配'],
    signature([text('input'), pattern('pattern'), blank(text('flags'))], 'boolean', ([input, pattern, flags], machine) =>
      matches(input, pattern, flags, machine),
    ),
  ),
  builtin(
    'text',
    'replace',
    ['替换文本'],
    signature(
      [text('input'), pattern('pattern'), text('replacement'), blank(text('flags'))],
      'string',
      ([input, pattern, replacement, flags], machine) => replace(input, compilePattern(pattern, flags ?? ''), replacement, machine),
    ),
  ),
  builtin(
    'text',
    'split',
    ['拆分文本'],
    signature([text('string'), pattern('delimiter')], { list: 'string' }, ([input, delimiter], machine) =>
      split(input, delimiter, machine),
    ),
  ),
  builtin(
    'text',
    'string join',
    ['合并文本'],
    signature(
      [list('list', 'string'), blank(text('delimiter')), blank(text('prefix')), blank(text('suffix'))],
      'string',
      ([values, delimiter, prefix, suffix], machine) =>
        joinTexts(values, { delimiter: delimiter ?? '', prefix: prefix ?? '', suffix: suffix ?? '' }, machine),
    ),
  ),
  builtin(
    'text',
    'is blank',
    ['为空'],
    signature([nullable(text('string'))], 'boolean', ([input]) => (input ?? '').trim() === ''),
  ),
];
