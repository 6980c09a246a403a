import { describe, expect, it } from 'vitest';
import { query } from '@/server/db/client';
import { addUser, ctxOf } from '@/test/portal';
import { submitted } from '@/test/request';
import { filled, trip, type Trip } from '@/test/trip';
import { find } from './find';

describe('the search', () => {
  async function asked(): Promise<{ of: Trip; id: string; number: string }> {
    const of = await trip();
    const id = await submitted(of, { values: { ...filled, reason: '赴深圳参加金融科技展 100%' } });
    const { rows } = await query<{ number: string }>({ text: 'select number from portal.process_instance where id = $1', values: [id] });
    return { of, id, number: rows[0]!.number };
  }

  const requestsFor = async (ctx: Parameters<typeof find>[0], text: string) =>
    (await find(ctx, { text, limit: 6 })).requests.map((request) => request.id);

  it('finds a request by words of its title and by its number, for its applicant and for whoever has a seat', async () => {
    const { of, id, number } = await asked();
    for (const who of [of.applicant, of.boss]) {
      expect(await requestsFor(ctxOf(who), '金融科技')).toEqual([id]);
      expect(await requestsFor(ctxOf(who), number.toLowerCase())).toEqual([id]);
      expect(await requestsFor(ctxOf(who), number.slice(0, -1))).toContain(id);
    }
    const [found] = (await find(ctxOf(of.boss), { text: '金融科技', limit: 6 })).requests;
    expect(found).toMatchObject({ seal: 'waiting', applicant: { name: '李卓' }, processName: { zh: expect.any(String) } });
  });

  it('finds nothing for others: neither by words nor by the whole number', async () => {
    const { of, number } = await asked();
    for (const text of ['金融科技', number]) {
      expect(await requestsFor(ctxOf(of.stranger), text)).toEqual([]);
      expect(await requestsFor(ctxOf(of.finance), text)).toEqual([]);
    }
  });

  it('finds every request for operators, and for a monitor those of the departments that he or she heads', async () => {
    const { of, id } = await asked();
    const monitor = await addUser('监控');
    expect(await requestsFor(ctxOf(of.stranger, ['instance.operate']), '金融科技')).toContain(id);
    expect(await requestsFor(ctxOf(monitor, ['instance.monitor']), '金融科技')).toEqual([]);
    await query({ text: 'update portal.department set head_id = $1 where id = $2', values: [monitor.id, of.departmentId] });
    expect(await requestsFor(ctxOf(monitor, ['instance.monitor']), '金融科技')).toEqual([id]);
  });

  it('takes what is typed as it stands', async () => {
    const { of, id } = await asked();
    expect(await requestsFor(ctxOf(of.applicant), '100%')).toEqual([id]);
    for (const text of ['%', '_', '\\', '金_科']) expect(await requestsFor(ctxOf(of.applicant), text)).toEqual(text === '%' ? [id] : []);
  });

  it('finds colleagues and what the person may start; forms and processes only for designers', async () => {
    const { of } = await asked();
    const found = await find(ctxOf(of.applicant), { text: '出差', limit: 6 });
    expect(found).toMatchObject({ forms: [], processes: [] });
    expect((await find(ctxOf(of.applicant), { text: '苏青', limit: 6 })).people.map((person) => person.id)).toContain(of.finance.id);
    const designer = await find(ctxOf(of.applicant, ['form.design', 'process.design']), { text: '表', limit: 6 });
    expect(designer.forms.length).toBeGreaterThan(0);
  });
});
