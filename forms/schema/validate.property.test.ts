import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveAccess } from '../access/access';
import { maskValues } from '../access/mask';
import { applyPatch, checkWrite, strip } from '../access/write';
import { configOf } from '../fields/registry';
import { rowsOf } from '../fields/sub-table/config';
import type { Json } from '@/lib/json';
import { computeForm } from '../runtime/compute';
import { Memo } from '../runtime/memo';
import { accessTo, formWithValues } from '../testing/arbitrary';
import { sameJson } from './same';
import { formSchemaSchema } from './schema';
import { validateValues } from './validate';
import type { Field } from './schema';
import { fieldsOf, subTablesOf } from './walk';

const clock = { now: '2026-11-21T02:00:00.000Z', timeZone: 'Asia/Shanghai' };

describe('any form with values that fit it', () => {
  it('is valid, and the values come back as they were', () => {
    fc.assert(
      fc.property(formWithValues, ({ schema, values }) => {
        expect(formSchemaSchema.safeParse(schema).success).toBe(true);
        const result = validateValues(schema, values, clock);
        if (!result.ok) throw new Error(JSON.stringify(result.issues));
        const plain = fieldsOf(schema).filter((field) => field.type !== 'formula' && field.type !== 'subTable');
        expect(plain.map((field) => result.values[field.key])).toEqual(plain.map((field) => values[field.key]));
        const again = validateValues(schema, result.values, { ...clock, before: result.values });
        expect(again.ok && again.values).toEqual(result.values);
      }),
    );
  });

  it('survives being stored in cells and read back', () => {
    fc.assert(
      fc.property(formWithValues, ({ schema, values }) => {
        const result = validateValues(schema, values, clock);
        if (!result.ok) throw new Error(JSON.stringify(result.issues));
        const stored = cellsOf(fieldsOf(schema), result.values);
        expect(stored.map(({ field, cells }) => configOf(field).fromCells(field, cells))).toEqual(stored.map(({ value }) => value));
      }),
    );
  });

  it('is refused, with the path of the value, when one value is of another kind', () => {
    fc.assert(
      fc.property(formWithValues, fc.nat(), fc.constantFrom<Json>({ x: 1 }, [[1]], { amount: 'x' }), ({ schema, values }, pick, wrong) => {
        const written = fieldsOf(schema).filter((field) => field.type !== 'formula');
        const field = written[pick % written.length];
        if (!field) return;
        const result = validateValues(schema, { ...values, [field.key]: wrong }, clock);
        expect(result.ok).toBe(false);
        expect(!result.ok && result.issues.every((issue) => issue.path.startsWith(field.key))).toBe(true);
      }),
    );
  });

  it('computes the same step by step in the browser as at once on the server', () => {
    fc.assert(
      fc.property(formWithValues, fc.infiniteStream(fc.boolean()), ({ schema, values }, order) => {
        const memo = new Memo();
        let browser = computeForm(schema, {}, { ...clock, memo });
        const entries = Object.entries(values);
        for (const [key, value] of order.next().value ? entries : entries.toReversed())
          browser = computeForm(schema, { ...browser.values, [key]: value }, { ...clock, memo });
        const server = computeForm(schema, values, clock);
        for (const field of fieldsOf(schema)) expect(browser.values[field.key] ?? null).toEqual(server.values[field.key] ?? null);
      }),
    );
  });
});

describe('any form with any access matrix', () => {
  const withAccess = formWithValues.chain(({ schema, values }) => accessTo(schema).map((access) => ({ schema, values, access })));

  it('sends nothing of what is hidden', () => {
    fc.assert(
      fc.property(withAccess, ({ schema, values, access }) => {
        const levels = effectiveAccess(schema, access).fields;
        const shown = maskValues(schema, access, values);
        const hidden = fieldsOf(schema).filter((field) => levels[field.id] === 'hidden');
        expect(hidden.filter((field) => Object.hasOwn(shown, field.key))).toEqual([]);
        const leaked = subTablesOf(schema).flatMap((table) =>
          rowsOf(shown[table.key]).flatMap((row) =>
            table.columns.filter((column) => levels[column.id] === 'hidden' && Object.hasOwn(row, column.key)),
          ),
        );
        expect(leaked).toEqual([]);
      }),
    );
  });

  it('never changes what may not be written when what was shown comes back', () => {
    fc.assert(
      fc.property(withAccess, ({ schema, values, access }) => {
        const stored = computeForm(schema, values, clock).values;
        const sent = strip(schema, access, maskValues(schema, access, stored));
        expect(checkWrite(schema, access, stored, sent)).toEqual([]);
        const after = applyPatch(schema, access, stored, sent);
        for (const field of fieldsOf(schema)) expect([field.key, sameJson(after[field.key], stored[field.key])]).toEqual([field.key, true]);
      }),
    );
  });

  it('refuses, and does not apply, a write to whatever is not editable', () => {
    fc.assert(
      fc.property(withAccess, formWithValues, ({ schema, values, access }, other) => {
        const levels = effectiveAccess(schema, access).fields;
        const closed = fieldsOf(schema).filter(
          (field) =>
            field.type !== 'subTable' && field.type !== 'formula' && levels[field.id] !== 'edit' && levels[field.id] !== 'required',
        );
        for (const field of closed) {
          const forged = Object.values(other.values)[0] ?? 'x';
          if (sameJson(forged, values[field.key]) || sameJson(forged, maskValues(schema, access, values)[field.key])) continue;
          const patch = { [field.key]: forged };
          expect(checkWrite(schema, access, values, patch)).toEqual([{ code: 'FIELD_READONLY', path: field.key }]);
          expect(applyPatch(schema, access, values, patch)[field.key]).toEqual(values[field.key]);
        }
      }),
    );
  });
});

type Stored = { field: Field; value: Json; cells: Json[] };

function cellsOf(fields: readonly Field[], row: Readonly<Record<string, Json>>): Stored[] {
  return fields.flatMap((field): Stored[] => {
    const value = row[field.key] ?? null;
    if (field.type === 'subTable') return rowsOf(value).flatMap((line) => cellsOf(field.columns, line));
    return [{ field, value, cells: configOf(field).toCells(field, value) }];
  });
}
