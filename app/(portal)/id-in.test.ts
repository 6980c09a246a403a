import { expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { idIn } from './id-in';

it('an address names a record by its id, or no page at all', async () => {
  const id = newId();
  expect(await idIn(Promise.resolve({ id }), 'id')).toBe(id);
  for (const wrong of ['not-an-id', '', '1 OR 1=1', `${id} `, '../audit'])
    await expect(idIn(Promise.resolve({ id: wrong }), 'id')).rejects.toMatchObject({ digest: expect.stringContaining('404') });
});
