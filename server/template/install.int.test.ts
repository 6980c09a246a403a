import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { saveConnector } from '@/server/connector/save';
import { checkProcess } from '@/server/process/check';
import { publishProcess } from '@/server/process/publish';
import { addUser, countRows, ctxOf, refusalOf } from '@/test/portal';
import { installTemplate } from './install';
import { listTemplates, previewTemplate } from './list';

/** A company that has nothing of what the templates name. */
let designer: Ctx;
let employee: Ctx;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be one';
  designer = ctxOf(await addUser('designer'), ['template.install', 'form.design', 'form.publish', 'process.design', 'process.publish']);
  employee = ctxOf(await addUser('employee'));
});

describe('the templates in another company', () => {
  it('are listed with what is missing, by name', async () => {
    const trip = (await listTemplates(designer)).find(({ key }) => key === 'business-trip');
    expect(trip?.processId).toBeNull();
    expect(trip?.missing).toEqual([
      { kind: 'role', code: 'traveller', name: { zh: '差旅申请人', en: 'May travel' } },
      { kind: 'department', code: 'accounting', name: { zh: '会计组', en: 'Accounting' } },
      { kind: 'department', code: 'hr', name: { zh: '人力资源部', en: 'HR' } },
    ]);
  });

  it('can be looked at before anything is stored', async () => {
    const before = await countRows('form');
    const { form, xml } = await previewTemplate(designer, { key: 'bank-card-change' });
    expect(form.sections.length).toBeGreaterThan(0);
    expect(xml).toContain('serviceTask');
    expect(await countRows('form')).toBe(before);
    expect(await refusalOf(previewTemplate(designer, { key: 'none' }))).toBe('NOT_FOUND');
    expect(await refusalOf(previewTemplate(employee, { key: 'business-trip' }))).toBe('FORBIDDEN');
    expect(await refusalOf(listTemplates(employee))).toBe('FORBIDDEN');
  });

  it('are installed as drafts whose problems name each element that needs somebody; publishing is refused until then', async () => {
    const { processId, installed, missing } = await installTemplate(designer, { commandId: newId(), key: 'business-trip' });
    expect(installed).toBe(true);
    expect(missing).toHaveLength(3);
    const errors = (await checkProcess(designer, { id: processId })).filter(({ level }) => level === 'error');
    expect(errors.map(({ code, elementId }) => [code, elementId])).toEqual([
      ['startersNobody', null],
      ['assignmentMissing', 'Vote'],
      ['readersMissing', 'Notify'],
    ]);
    expect(await refusalOf(publishProcess(designer, { commandId: newId(), id: processId, rev: 1, note: '' }))).toMatch(/^MODEL_/);
    expect(await countRows('process_version', 'process_id = $1', [processId])).toBe(0);
  });

  it('say which outside system is missing, and keep what is to be asked of it', async () => {
    const { processId, missing } = await installTemplate(designer, { commandId: newId(), key: 'bank-card-change' });
    expect(missing.map(({ kind, code }) => `${kind} ${code}`)).toContain('connector core-system');
    const errors = (await checkProcess(designer, { id: processId })).filter(({ level }) => level === 'error');
    expect(errors.map(({ code, elementId }) => [code, elementId])).toContainEqual(['connectorUnknown', 'Change']);
  });

  it('are there once, however often they are installed', async () => {
    const again = await installTemplate(designer, { commandId: newId(), key: 'business-trip' });
    expect(again).toMatchObject({ installed: false });
    expect(await countRows('process', `key = 'business-trip'`)).toBe(1);
    expect(await countRows('form', `name_zh = '出差申请'`)).toBe(1);
  });

  it('are not begun under the id of another command', async () => {
    const commandId = newId();
    await installTemplate(designer, { commandId, key: 'business-trip' });
    const before = [await countRows('form'), await countRows('process'), await countRows('audit_log')];
    expect(await refusalOf(installTemplate(designer, { commandId, key: 'circulation' }))).toBe('IDEMPOTENCY_MISMATCH');
    expect([await countRows('form'), await countRows('process'), await countRows('audit_log')]).toEqual(before);
  });

  it('lack nothing any more once it is there', async () => {
    const admin = ctxOf(await addUser('admin'), ['connector.manage']);
    await saveConnector(admin, {
      commandId: newId(),
      code: 'core-system',
      nameZh: '核心系统',
      nameEn: '',
      baseUrl: 'https://core.example.com',
      allowPrivate: false,
      timeoutMs: 1000,
    });
    const card = (await listTemplates(designer)).find(({ key }) => key === 'bank-card-change');
    expect(card?.missing.some(({ kind }) => kind === 'connector')).toBe(false);
  });
});
