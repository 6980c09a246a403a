import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { unzip } from './internal/unzip';
import { zipStored } from './internal/zip';
import { readTable } from './read-table';
import { readXlsx, writeXlsx } from './xlsx';

const table = {
  columns: ['登录名', '姓名', '电话'],
  rows: [
    ['wangmin', '王敏', '+86 21 1'],
    ['lizhuo', '=1+1', '007'],
  ],
};
const text = (value: string) => new TextEncoder().encode(value);

/** An archive as an attacker would write it: any size in its headers, one deflated stretch for any number of entries. */
function archive(names: readonly string[], packed: Uint8Array, { method = 8, flags = 0, shared = false } = {}): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let first: number | null = null;
  for (const name of names) {
    const label = Buffer.from(name);
    const at = shared && first !== null ? first : offset;
    if (!shared || first === null) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(method, 8);
      local.writeUInt16LE(label.length, 26);
      parts.push(local, label, Buffer.from(packed));
      first ??= offset;
      offset += 30 + label.length + packed.byteLength;
    }
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt32LE(packed.byteLength, 20);
    record.writeUInt16LE(label.length, 28);
    record.writeUInt32LE(at, 42);
    central.push(record, label);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...central, end]);
}

describe('a workbook', () => {
  it('reads back what it wrote, and every cell is text', async () => {
    const file = await writeXlsx(table, '人员/2026');
    expect(await readTable(file)).toEqual(table);
    const workbook = new Workbook();
    await workbook.xlsx.load(file);
    const sheet = workbook.worksheets[0];
    expect(sheet?.name).toBe('人员 2026');
    expect(sheet?.getCell('B3').formula).toBeUndefined();
    expect(sheet?.getCell('B3').value).toBe('=1+1');
    expect(sheet?.getCell('C3').value).toBe('007');
  });

  it('that a person made gives what the person sees: numbers, dates, results, rich text, gaps', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('x');
    sheet.addRow(['a', 'b', 'c', 'd']);
    sheet.getCell('A2').value = 42;
    sheet.getCell('B2').value = new Date('2026-11-21T00:00:00Z');
    sheet.getCell('C2').value = { formula: '1+1', result: 2 };
    sheet.getCell('D2').value = { richText: [{ text: '王' }, { text: '敏' }] };
    sheet.getCell('B4').value = 'late';
    const read = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read).toEqual([['a', 'b', 'c', 'd'], ['42', '2026-11-21', '2', '王敏'], [], ['', 'late']]);
  });

  it('is refused when it goes beyond the limits of a table, however far away the cell is', async () => {
    const far = async (address: string) => {
      const workbook = new Workbook();
      const sheet = workbook.addWorksheet('x');
      sheet.addRow(['a']);
      sheet.getCell(address).value = 'x';
      return readTable(new Uint8Array(await workbook.xlsx.writeBuffer()));
    };
    await expect(far('A1048576')).rejects.toThrow('FIELD_LIMIT');
    await expect(far('XFD2')).rejects.toThrow('FIELD_LIMIT');
  });
});

describe('a workbook that would take long to read', () => {
  it('is refused by counting its cells first', async () => {
    const plain = await unzip(await writeXlsx(table, 'x'), () => true);
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(80_000);
    const many = plain.map((entry) =>
      entry.name.includes('/sheet1') ? { ...entry, data: text(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) } : entry,
    );
    await expect(readTable(zipStored(many).slice())).rejects.toThrow('FILE_SIZE');
    await expect(readXlsx(zipStored(many))).rejects.toThrow('FIELD_LIMIT');
  });
});

describe('an archive', () => {
  const all = () => true;
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));

  it('that unpacks beyond the limit is stopped, whatever size it claims', async () => {
    await expect(unzip(archive(['xl/workbook.xml'], bomb), all)).rejects.toThrow('FILE_SIZE');
    const third = deflateRawSync(Buffer.alloc(5 * 1024 * 1024));
    await expect(unzip(archive(['a', 'b', 'c'], third), all)).rejects.toThrow('FILE_SIZE');
  });

  it('whose entries lie over each other, or of which there are too many, is refused', async () => {
    await expect(unzip(archive(['a', 'b'], deflateRawSync(text('x')), { shared: true }), all)).rejects.toThrow('BODY_INVALID');
    await expect(
      unzip(
        archive(
          Array.from({ length: 201 }, (_, n) => `f${n}`),
          deflateRawSync(text('x')),
        ),
        all,
      ),
    ).rejects.toThrow('FILE_SIZE');
  });

  it('that is encrypted, packed in another way, cut off or no archive at all is refused', async () => {
    await expect(unzip(archive(['a'], text('x'), { flags: 1 }), all)).rejects.toThrow('FILE_TYPE');
    await expect(unzip(archive(['a'], text('x'), { method: 12 }), all)).rejects.toThrow('FILE_TYPE');
    await expect(unzip(archive(['a'], text('not deflated at all'), { method: 8 }), all)).rejects.toThrow('BODY_INVALID');
    await expect(readTable((await writeXlsx(table, 'x')).slice(0, 900))).rejects.toThrow('FILE_TYPE');
    await expect(readTable(text('PK but not really'))).rejects.toThrow('FILE_TYPE');
    await expect(readTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow('FILE_TYPE');
    await expect(readTable(new Uint8Array())).rejects.toThrow('FILE_EMPTY');
    await expect(readTable(new Uint8Array(2 * 1024 * 1024 + 1))).rejects.toThrow('FILE_SIZE');
  });

  it('that is no workbook, or brings entities, is refused', async () => {
    await expect(readTable(zipStored([{ name: 'word/document.xml', data: text('<x/>') }]))).rejects.toThrow('FILE_TYPE');
    const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook/>';
    await expect(readTable(zipStored([{ name: 'xl/workbook.xml', data: text(entity) }]))).rejects.toThrow('FILE_TYPE');
  });

  it('is packed so that it unpacks to the same', async () => {
    const entries = [
      { name: '姓名.xml', data: text('王敏') },
      { name: 'empty', data: new Uint8Array() },
    ];
    expect(await unzip(zipStored(entries), all)).toEqual(entries);
  });
});
