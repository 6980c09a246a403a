import type { Span } from '../syntax/ast';
import type { Run } from '../run/machine';
import type { Typed } from './emitter';
import type { Type } from './type';

/** A computed value: nothing of an input passes through it unchanged. */
export const typed = (span: Span, type: Type, run: Run): Typed => ({ span: { from: span.from, to: span.to }, type, run, origin: null });

/** True, false or null: everything else is no truth value. */
export const truth = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
