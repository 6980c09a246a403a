import { expect, it } from 'vitest';
import { model } from '@/server/engine/testing/builder';
import { publish } from '@/test/portal';
import { measureInbox } from './inbox-history';

/** As far apart as a test can wait for; the bench does a million. In between the indexes have grown by a level. */
const SIZES = [10_000, 60_000];

it('a page of the inbox touches at most 200 pages of the database, and as many whatever lies behind it', async () => {
  const process = await publish(model().start('s', 'manager').task('manager', 'e').end('e'));
  const measured = await measureInbox(process, SIZES);
  const pages = measured.map(({ page }) => page);
  expect(Math.max(...pages)).toBeLessThanOrEqual(200);
  expect(Math.max(...pages) / Math.min(...pages)).toBeLessThanOrEqual(1.2);
  expect(Math.max(...measured.map(({ counts }) => counts))).toBeLessThanOrEqual(200);
});
