import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { permissionsOf } from '../auth/permissions';
import type { AnonymousCtx } from '../context';
import { systemContext } from '../system-context';
import { createCallerFactory, permitted, publicProcedure, router } from './procedures';
import { appRouter } from './root';

type Inspected = { _def: { type: string; meta?: { rule?: string }; inputs: readonly unknown[] } };

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Inspected>);
const anonymous: AnonymousCtx = { ...systemContext('test'), actor: null };

/** Open to whoever asks. Adding one is a decision: it goes here by hand. */
const PUBLIC: readonly string[] = [];

/** Done twice is done once (a notice is read), each row has a command id of its own, or nothing is stored at all (a file is read, a record looked up). */
const REPEATABLE: readonly string[] = [
  'connector.lookUp',
  'instance.operateMany',
  'notice.read',
  'process.importModel',
  'task.approveMany',
];

describe('every procedure', () => {
  it.each(procedures.map(([path]) => path).filter((path) => !PUBLIC.includes(path)))(
    'refuses whoever is not signed in, before it looks at the input: %s',
    async (path) => {
      const call = path
        .split('.')
        .reduce<unknown>((target, key) => (target as Record<string, unknown>)[key], createCallerFactory(appRouter)(anonymous));
      await expect(Promise.resolve((call as (input: unknown) => unknown)(undefined))).rejects.toMatchObject({
        cause: { code: 'UNAUTHENTICATED' },
      });
    },
  );

  it('takes only the fields it names', () => {
    const loose = procedures
      .filter(([, { _def }]) => _def.inputs.some((input) => input instanceof z.ZodType && !isStrict(input)))
      .map(([path]) => path);
    expect(loose).toEqual([]);
  });

  it('that changes something carries a commandId', () => {
    const without = procedures
      .filter(([path]) => !REPEATABLE.includes(path))
      .filter(
        ([, { _def }]) =>
          _def.type === 'mutation' && !_def.inputs.some((input) => input instanceof z.ZodType && names(input).includes('commandId')),
      )
      .map(([path]) => path);
    expect(without).toEqual([]);
  });
});

describe('a procedure', () => {
  const test = router({
    silent: publicProcedure.query(() => 'ran'),
    guarded: permitted('org.manage').query(() => 'ran'),
  });
  const as = (...grants: string[]) =>
    createCallerFactory(test)({
      ...anonymous,
      actor: { kind: 'user', userId: 'u', name: 'u', sessionId: 's', permissions: permissionsOf(grants) },
    });

  it('without a rule does not run', async () => {
    await expect(as().silent()).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
  });

  it('with a permission runs for its holders alone', async () => {
    await expect(as('designer').guarded()).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
    expect(await as('orgAdmin').guarded()).toBe('ran');
  });
});

/** An object that refuses unknown keys, or a choice of such. */
function isStrict(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod as {
    def: {
      type: string;
      catchall?: z.core.$ZodType;
      options?: z.core.$ZodType[];
      innerType?: z.core.$ZodType;
      in?: z.core.$ZodType;
      left?: z.core.$ZodType;
      right?: z.core.$ZodType;
    };
  };
  if (def.type === 'object') return def.catchall?._zod.def.type === 'never';
  if (def.type === 'union') return (def.options ?? []).every(isStrict);
  if (def.innerType) return isStrict(def.innerType);
  if (def.type === 'pipe' && def.in) return isStrict(def.in);
  return def.type !== 'record' && def.type !== 'any' && def.type !== 'unknown';
}

function names(schema: z.core.$ZodType): string[] {
  const { def } = schema._zod as {
    def: { type: string; shape?: Record<string, unknown>; options?: z.core.$ZodType[]; innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  };
  if (def.shape) return Object.keys(def.shape);
  if (def.options) return def.options.map(names).reduce((all, own) => all.filter((name) => own.includes(name)));
  const inner = def.innerType ?? def.in;
  return inner ? names(inner) : [];
}
