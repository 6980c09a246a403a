import { expect, it } from 'vitest';
import { readAnswer, UploadFailed } from './upload';
import { wordFor } from './use-uploads';

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

it('a file of a wanted kind that the server refuses has another content than its name says', () => {
  const pdfs = { formats: ['pdf'] };
  expect(wordFor('FILE_TYPE', pdfs, { name: 'a.PDF' })).toBe('fileContent');
  expect(wordFor('FILE_TYPE', { formats: [] }, { name: 'a.exe' })).toBe('FILE_TYPE');
  expect(wordFor('FILE_SIZE', pdfs, { name: 'a.pdf' })).toBe('FILE_SIZE');
});
