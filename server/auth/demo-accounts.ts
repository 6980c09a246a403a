import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { log } from '../log';

const Accounts = z.array(
  z.object({
    login: z.string(),
    name: z.string(),
    // Whoever writes the file by hand, or wrote it before there was one, may leave it out.
    nameEn: z.string().default(''),
    role: z.object({ zh: z.string(), en: z.string() }),
    password: z.string(),
  }),
);

export type DemoAccount = z.infer<typeof Accounts>[number];

/**
 * The accounts of the demonstration company, when this installation was filled with it: the seed writes them into the data folder.
 * Removing the file, or VERMILION_DEMO=0, ends the offer on the sign-in page.
 */
export async function demoAccounts(): Promise<DemoAccount[]> {
  const folder = process.env.VERMILION_DATA;
  if (!folder || process.env.VERMILION_DEMO === '0') return [];
  try {
    return Accounts.parse(JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.warn({ err: error }, 'demo-accounts.json cannot be read');
    return [];
  }
}
