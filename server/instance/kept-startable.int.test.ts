import { describe, expect, it } from 'vitest';
import { query } from '@/server/db/client';
import { countRows, addDepartment, ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { startInput } from '@/test/request';
import { filled, trip, type Trip } from '@/test/trip';
import { start } from './start';

/** A trip that its applicant has asked for before: what that read is kept. */
async function asked(): Promise<Trip> {
  const of = await trip({ settings: { titleTemplate: '{reason}' } });
  await start(ctxOf(of.applicant), startInput(of));
  return of;
}

describe('a start on what was read before', () => {
  it('is refused when the process has been retired since', async () => {
    const of = await asked();
    await query({ text: 'update portal.process set retired_at = now() where id = $1', values: [of.processId] });
    const input = startInput(of);
    expect(await refusalOf(start(ctxOf(of.applicant), input))).toBe('PROCESS_RETIRED');
    expect(await countRows('process_instance', 'id = $1', [input.commandId])).toBe(0);
  });

  it('is stale when a newer version has been published, of which the next one is', async () => {
    const of = await asked();
    const next = await publishAgain(of.processId, of.definition, { formVersionId: of.formVersionId });
    expect(await refusalOf(start(ctxOf(of.applicant), startInput(of)))).toBe('CONFLICT_STALE');
    const { instanceId } = await start(ctxOf(of.applicant), startInput(of, { versionId: next.versionId }));
    expect(await countRows('process_instance', 'id = $1 and version_id = $2', [instanceId, next.versionId])).toBe(1);
  });

  it('belongs to the department that the applicant has moved to', async () => {
    const of = await asked();
    const other = await addDepartment('市场部');
    await query({ text: 'update portal.post set department_id = $2 where user_id = $1', values: [of.applicant.id, other.id] });
    const { instanceId } = await start(ctxOf(of.applicant), startInput(of));
    expect(await countRows('process_instance', 'id = $1 and department_id = $2', [instanceId, other.id])).toBe(1);
    expect(await refusalOf(start(ctxOf(of.applicant), startInput(of, { departmentId: of.departmentId })))).toBe('FIELD_REF');
  });

  it('gives a repeat the first answer, and another start with its id a refusal', async () => {
    const of = await asked();
    const input = startInput(of);
    const first = await start(ctxOf(of.applicant), input);
    expect(await start(ctxOf(of.applicant), input)).toEqual(first);
    expect(await refusalOf(start(ctxOf(of.applicant), { ...input, values: { ...filled, reason: '另一个' } }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await countRows('journal', 'root_instance_id = $1', [input.commandId])).toBe(1);
  });

  it('is refused for the same reasons as any', async () => {
    const of = await asked();
    expect(await refusalOf(start(ctxOf(of.applicant), startInput(of, { values: { ...filled, reason: '' } })))).toBe('FIELD_REQUIRED');
  });
});
