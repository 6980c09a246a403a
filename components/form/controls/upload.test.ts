import { expect, it } from 'vitest';
import { readAnswer, UploadFailed } from './upload';

const file = { name: '照片.png', size: 8, type: 'image/png' };

it('a stored file has the name and size that the server gave it', () => {
  const stored = { id: 'a', name: '照片 (1).png', size: 7, mime: 'image/png' };
  expect(readAnswer(stored, file)).toEqual(stored);
});

it('a refused file says why, as the server words its refusals', () => {
  const refused = readAnswer({ error: { code: 'FILE_TYPE' } }, file);
  expect(refused).toBeInstanceOf(UploadFailed);
  expect(refused).toMatchObject({ code: 'FILE_TYPE' });
  expect(readAnswer(null, file)).toMatchObject({ code: 'uploadFailed' });
});
