import { describe, expect, it } from 'vitest';
import type { StarterRule } from '@/lib/bpmn/settings';
import type { Field } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import { ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { approved, submitted, valuesOf } from '@/test/request';
import { fields, filled, trip } from '@/test/trip';
import { byId } from './by-id';
import { draftCopy } from './draft-copy';
import { draftDelete } from './draft-delete';
import { draftGet } from './draft-get';

const more = [
  ...Object.values(fields),
  { ...fields.reason, id: 'bcdfghjk20', key: 'no', required: false, type: 'autoNumber', pattern: 'T-{seq:4}' } as Field,
  { ...fields.reason, id: 'bcdfghjk21', key: 'loan', required: false, unique: true } as Field,
];

describe('a new request after a former one', () => {
  it('is a draft with what the applicant may fill in again, rows of its own, and the same people', async () => {
    const of = await trip({
      fields: more,
      manager: { assignment: [{ kind: 'chosenByApplicant', multiple: false }] },
      settings: { startAccess: { fields: { [fields.card.id]: 'read' }, default: 'edit', rows: {} } },
    });
    const { card: _card, ...written } = filled;
    const id = await submitted(of, { values: { ...written, loan: 'L-1' }, chosen: { manager: [of.boss.id] } });
    await approved(of.boss, id, 'manager', { values: { remark: 'the manager’s own' } });
    expect(await valuesOf(id)).toMatchObject({ values: { no: 'T-0001', loan: 'L-1', remark: 'the manager’s own' } });

    const ctx = ctxOf(of.applicant);
    const input = { commandId: newId(), instanceId: id };
    const copied = await draftCopy(ctx, input);
    expect(copied).toEqual({ id: input.commandId, processId: of.processId, title: '出差：赴深圳参展' });
    const { values, chosen, documents, departmentId, formVersionId } = await draftGet(ctx, { draftId: copied.id });
    expect(Object.keys(values).toSorted()).toEqual(['kind', 'lines', 'reason', 'remark', 'secret']);
    expect(values.lines).toMatchObject([{ what: '机票', price: '1680.00' }, { what: '住宿' }]);
    expect(JSON.stringify(values.lines)).not.toContain('01a1fca1-60d1-7001-b8e4-000000000001');
    expect({ chosen, formVersionId }).toEqual({ chosen: { manager: [of.boss.id] }, formVersionId: of.formVersionId });
    expect({ documents, departmentId }).toEqual({ documents: [], departmentId: of.departmentId });
    expect(await draftCopy(ctx, input)).toEqual(copied);
  });

  it('is its applicant’s alone to begin', async () => {
    const of = await trip();
    const id = await submitted(of);
    const copy = (who: typeof of.boss) => draftCopy(ctxOf(who), { commandId: newId(), instanceId: id });
    expect(await refusalOf(copy(of.boss))).toBe('FORBIDDEN');
    expect(await refusalOf(copy(of.stranger))).toBe('NOT_FOUND');
    expect(await refusalOf(draftCopy(ctxOf(of.applicant), { commandId: newId(), instanceId: newId() }))).toBe('NOT_FOUND');
    const can = async (who: typeof of.boss) => (await byId(ctxOf(who), { id })).can.copy;
    expect([await can(of.applicant), await can(of.boss)]).toEqual([true, false]);
  });

  it('is not to be had where one may not start any more', async () => {
    const of = await trip();
    const id = await submitted(of);
    const ctx = ctxOf(of.applicant);
    const starter: StarterRule = { kind: 'some', userIds: [of.boss.id], departmentIds: [], positionIds: [], roleIds: [], workGroupIds: [] };
    const settings = { ...of.definition.settings, starter };
    const input = { commandId: newId(), instanceId: id };
    await draftDelete(ctx, { commandId: newId(), draftId: (await draftCopy(ctx, { ...input, commandId: newId() })).id });
    await publishAgain(of.processId, { ...of.definition, settings });
    expect(await refusalOf(draftCopy(ctx, input))).toBe('NOT_FOUND');
  });
});
