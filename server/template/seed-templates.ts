import { newId } from '@/lib/id';
import { AppError } from '@/lib/errors';
import { baseUrlFault } from '@/server/connector/base-url';
import { saveConnector } from '@/server/connector/save';
import { query } from '@/server/db/client';
import { log } from '@/server/log';
import { systemContext } from '@/server/system-context';
import { installTemplate } from './install';
import { templates } from './registry';

const DEED = 'demo-templates';

/** Gives the sample company its core system's connector and its flows, once; two nodes that start at once do no harm, since keys are unique. */
export async function seedDemoTemplates(): Promise<void> {
  const { rows } = await query<{ wanted: boolean }>({
    name: 'demo_templates_wanted',
    text: `select exists (select from portal.installation where key = 'demo-company') and not exists (select from portal.installation where key = $1) as wanted`,
    values: [DEED],
  });
  if (!rows[0]?.wanted) return;
  const ctx = systemContext('installation');
  await refusedIfThere(() =>
    saveConnector(ctx, {
      commandId: newId(),
      code: 'core-system',
      nameZh: '核心系统',
      nameEn: 'Core system',
      baseUrl: coreSystemUrl(),
      allowPrivate: true,
      timeoutMs: 5_000,
    }),
  );
  for (const template of templates) await refusedIfThere(() => installTemplate(ctx, { commandId: newId(), key: template.key }));
  await query({
    name: 'demo_templates_done',
    text: `insert into portal.installation (key, value) values ($1, '{}') on conflict (key) do nothing`,
    values: [DEED],
  });
}

// helpers //////////////////////

const STAND_IN_PORTS = [3999, 4000, 4001];

/** Where the core system is expected. A portal that has taken the stand-in's port for itself leaves it the next one: a connector never leads to the portal. */
function coreSystemUrl(): string {
  const wanted = process.env.VERMILION_CORE_SYSTEM_URL;
  const candidates = [...(wanted === undefined ? [] : [wanted]), ...STAND_IN_PORTS.map((port) => `http://127.0.0.1:${port}`)];
  const [first = ''] = candidates;
  const free = candidates.find((url) => baseUrlFault(url, { allowPrivate: true }) !== 'self') ?? first;
  if (free !== first)
    log.warn(
      `${first} is the portal itself, so the sample company's connector leads to ${free}: start its stand-in with npm run demo:core-system ${new URL(free).port}, or change the address under Connectors. ${first} 是门户自己，示例公司的连接器改指 ${free}。`,
    );
  return free;
}

async function refusedIfThere(install: () => Promise<unknown>): Promise<void> {
  try {
    await install();
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NAME_TAKEN')) throw error;
  }
}
