import type { Json } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';

export type FeelContext = { definition: Definition; values: Readonly<Record<string, Json>>; now: string; timeZone: string | undefined };

type Value = Json;

/** Comparisons, `and`, `or`, `not(…)`, + and -, over names and literals. */
export function evaluateFeel(context: FeelContext, source: string): Value {
  const tokens = source.match(/"[^"]*"|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|<=|>=|!=|[=<>()+*-]/gu) ?? [];
  let at = 0;
  const next = () => tokens[at++];
  const peek = () => tokens[at];
  const num = (v: Value) => {
    if (typeof v !== 'number') throw new Error(`not a number in ${source}`);
    return v;
  };
  const name = (key: string): Value => {
    const v = context.values[key];
    if (v === undefined) throw new Error(`unknown name ${key}`);
    if (v !== null && typeof v === 'object' && !Array.isArray(v) && 'amount' in v) return Number(v.amount);
    return typeof v === 'string' && context.definition.names[key] === 'number' ? Number(v) : v;
  };
  const atom = (): Value => {
    const t = next();
    if (t === undefined) throw new Error(`syntax in ${source}`);
    if (t === '(') {
      const v = or();
      next();
      return v;
    }
    if (t.startsWith('"')) return t.slice(1, -1);
    if (/^\d/.test(t)) return Number(t);
    if (t === 'true' || t === 'false') return t === 'true';
    if (t === 'null') return null;
    if (t === 'not') {
      const v = atom();
      return v !== true;
    }
    return name(t);
  };
  const sum = (): Value => {
    let v = atom();
    while (peek() === '+' || peek() === '-') v = next() === '+' ? num(v) + num(atom()) : num(v) - num(atom());
    return v;
  };
  const compare = (): Value => {
    const a = sum();
    const op = peek();
    if (!op || !['=', '!=', '<', '>', '<=', '>='].includes(op)) return a;
    next();
    const b = sum();
    if (op === '=') return a === b;
    if (op === '!=') return a !== b;
    if (op === '<') return num(a) < num(b);
    if (op === '>') return num(a) > num(b);
    return op === '<=' ? num(a) <= num(b) : num(a) >= num(b);
  };
  const and = (): Value => {
    let v = compare();
    while (peek() === 'and') {
      next();
      const w = compare();
      v = v === true && w === true;
    }
    return v;
  };
  const or = (): Value => {
    let v = and();
    while (peek() === 'or') {
      next();
      const w = and();
      v = v === true || w === true;
    }
    return v;
  };
  return or();
}
