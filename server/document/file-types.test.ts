import { describe, expect, it } from 'vitest';
import { cleanFileName, contentDisposition } from './file-name';
import { typeOf } from './file-types';
import { pixelsOf } from './image-size';
import { zipOf } from '@/test/zip';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const png = (width: number, height: number) => {
  const head = Buffer.alloc(33);
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]).copy(head);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};
const code = (name: string, content: Buffer): string => {
  try {
    return typeOf(name, content);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the type of a file', () => {
  it.each<[string, Buffer, string]>([
    ['a.pdf', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['照片.PNG', png(2, 2), 'image/png'],
    ['a.jpg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
    ['a.gif', bytes('GIF89a', [1, 0, 1, 0]), 'image/gif'],
    ['a.webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    [
      'a.docx',
      zipOf(['[Content_Types].xml', 'word/document.xml']),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.xlsx', zipOf(['[Content_Types].xml', 'xl/workbook.xml']), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.zip', zipOf(['a.txt']), 'application/zip'],
    ['a.doc', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'application/msword'],
    ['a.txt', Buffer.from('第一行\n第二行\t完'), 'text/plain'],
    ['gbk.csv', bytes([0xb5, 0xda, 0xd2, 0xbb], ',1\r\n'), 'text/csv'],
  ])('%s is what its content says', (name, content, mime) => {
    expect(code(name, content)).toBe(mime);
  });

  it.each<[string, Buffer]>([
    ['a.exe', bytes('MZ')],
    ['renamed.pdf', bytes('MZ\u0090')],
    ['a.pdf.exe', bytes('%PDF-1.7')],
    ['a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a.html', bytes('<!doctype html>')],
    ['page.txt', bytes('  <!DOCTYPE html><script>')],
    ['picture.txt', bytes('<svg onload=alert(1)>')],
    ['bom.txt', bytes([0xef, 0xbb, 0xbf], '<html>')],
    ['mail.txt', bytes('MIME-Version: 1.0\n')],
    ['binary.txt', bytes('a', [0], 'b')],
    ['a.docm', zipOf(['[Content_Types].xml', 'word/document.xml'])],
    ['macro.docx', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    ['sheet.docx', zipOf(['[Content_Types].xml', 'xl/workbook.xml'])],
    ['broken.zip', bytes('PK', [3, 4], 'nothing')],
    ['none', bytes('x')],
    ['constructor.constructor', bytes('x')],
  ])('%s is refused', (name, content) => {
    expect(code(name, content)).toBe('FILE_TYPE');
  });
});

describe('a picture', () => {
  it('says its size in its header', () => {
    expect(pixelsOf('image/png', png(50_000, 50_000))).toBe(2_500_000_000);
    expect(pixelsOf('image/gif', bytes('GIF89a', [0x10, 0, 0x20, 0]))).toBe(512);
    expect(pixelsOf('image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 3, 0, 5, 1, 1]))).toBe(15);
    expect(pixelsOf('image/png', bytes('short'))).toBeNull();
    expect(pixelsOf('image/jpeg', bytes([0xff, 0xd8, 0, 0]))).toBeNull();
  });
});

describe('a file name', () => {
  const cleaned = (raw: string): string => {
    try {
      return cleanFileName(raw);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\temp\\出差.pdf', '出差.pdf'],
    ['CON', 'CON'],
    ['a"b.pdf', 'a"b.pdf'],
    ['cafe\u0301.txt', 'café.txt'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
    ['a\u0000.pdf', 'TEXT_CONTROL_CHAR'],
    ['a\nb.pdf', 'TEXT_CONTROL_CHAR'],
    ['gpj.\u202eexe', 'TEXT_BIDI'],
    ['\ud800.pdf', 'TEXT_INVALID_UNICODE'],
    ['..', 'FIELD_REQUIRED'],
    ['', 'FIELD_REQUIRED'],
  ])('%j is kept as %j', (raw, kept) => {
    expect(cleaned(raw)).toBe(kept);
  });

  it('cannot get out of the header', () => {
    expect(contentDisposition('attachment', 'a"; x="出差\'(1).pdf')).toBe(
      `attachment; filename="a_; x=___'(1).pdf"; filename*=UTF-8''a%22%3B%20x%3D%22%E5%87%BA%E5%B7%AE%27%281%29.pdf`,
    );
  });
});
