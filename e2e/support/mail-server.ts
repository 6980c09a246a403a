import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type CaughtMail, Mailbox, parseMail } from '../../test/mailbox';

const folder = () => join(process.env.VERMILION_DATA ?? '', 'caught-mails');

/** For the time of all journeys a mail server stands at the portal's SMTP_URL; what it is given lies in a folder for the tests. */
export default async function setUp(): Promise<() => Promise<void>> {
  const port = Number(new URL(process.env.SMTP_URL ?? '').port);
  await rm(folder(), { recursive: true, force: true });
  await mkdir(folder(), { recursive: true });
  let count = 0;
  const box = await Mailbox.open(port, ({ raw, to }) => writeFile(join(folder(), `${String(++count).padStart(4, '0')} ${to[0]}.eml`), raw));
  return () => box.goAway();
}

/** The newest mail to this address with these words in its subject, once it is there. */
export async function mailTo(address: string, subject: string): Promise<CaughtMail> {
  let found: CaughtMail | undefined;
  await expect(async () => {
    const names = (await readdir(folder())).filter((name) => name.endsWith(` ${address}.eml`)).toSorted();
    const mails = await Promise.all(names.map(async (name) => parseMail(await readFile(join(folder(), name), 'utf8'), '', [address])));
    found = mails.findLast(({ mail }) => mail.subject?.includes(subject));
    expect(found, `a mail to ${address} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  if (!found) throw new Error('no mail');
  return found;
}
