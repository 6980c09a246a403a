import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { modelText } from '@/test/model-text';
import { compileModel } from './compile';
import { problemCodes } from '@/lib/bpmn/problem';

const plain = 'start s\nuser a\nend e\ns > a\na > e';
const good = modelText(plain);
const bytes = (text: string) => new TextEncoder().encode(text);

/** The refusal's code, or the codes of the problems, with the line or element they name. */
async function verdict(xml: string | Uint8Array): Promise<string[]> {
  try {
    const { problems } = await compileModel(xml, { form: null, connectorIds: [] });
    return problems
      .filter((problem) => problem.level === 'error')
      .map((problem) => `${problemCodes[problem.code]} ${problem.elementId ?? problem.params.name ?? ''}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [`${error.code}${error.path === undefined ? '' : ` ${error.path}`}`];
  }
}

const withProlog = (prolog: string) => good.replace('?>', `?>\n${prolog}`);

describe('hostile files', () => {
  it('document types are refused: external entities, billion laughs, one large entity', async () => {
    expect(await verdict(withProlog('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toEqual(['MODEL_DTD_FORBIDDEN line 2']);
    expect(await verdict(withProlog(`<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]>`))).toEqual([
      'MODEL_DTD_FORBIDDEN line 2',
    ]);
    expect(await verdict(withProlog('<!doctype d>'))).toEqual(['MODEL_DTD_FORBIDDEN line 2']);
    expect(await verdict(good.replace('name="a"', 'name="&x;"'))).toEqual([expect.stringMatching(/^MODEL_DTD_FORBIDDEN/)]);
  });

  it('a document type hidden by an encoding is refused', async () => {
    const wide = Buffer.from(`\uFEFF${withProlog('<!DOCTYPE d>').replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(await verdict(wide)).toEqual(['MODEL_ENCODING line 1']);
    expect(await verdict(bytes(good.replace('UTF-8', 'UTF-7')))).toEqual(['MODEL_ENCODING line 1']);
    expect(await verdict(bytes(good.replace('UTF-8', 'UTF-16')))).toEqual(['MODEL_ENCODING line 1']);
  });

  it('too many references, bytes, elements, attributes or levels are refused', async () => {
    expect(await verdict(good.replace('name="a"', `name="${'&#65;'.repeat(1_000_000)}"`))).toEqual(['MODEL_TOO_LARGE']);
    expect(await verdict(good.replace('name="a"', `name="${'&#65;'.repeat(150_000)}"`))).toEqual(['MODEL_TOO_LARGE line 6']);
    expect(await verdict(good + ' '.repeat(3_000_000))).toEqual(['MODEL_TOO_LARGE']);
    expect(await verdict(bytes(good + ' '.repeat(3_000_000)))).toEqual(['MODEL_TOO_LARGE']);
    expect(await verdict(good.replace('</bpmn:process>', `${'<bpmn:task/>'.repeat(100_000)}</bpmn:process>`))).toEqual([
      expect.stringMatching(/^MODEL_TOO_LARGE/),
    ]);
    const deep = good.replace('</bpmn:process>', `${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}</bpmn:process>`);
    expect(await verdict(deep)).toEqual([expect.stringMatching(/^MODEL_TOO_DEEP line/)]);
  });

  it('characters that XML does not allow are refused, other strange text is kept as text', async () => {
    expect(await verdict(good.replace('name="a"', 'name="a\u0000b"'))).toEqual([expect.stringMatching(/^TEXT_CONTROL_CHAR/)]);
    expect(await verdict(good.replace('name="a"', 'name="&#0;"'))).toEqual([expect.stringMatching(/^TEXT_CONTROL_CHAR/)]);
    const odd = `&lt;script&gt;alert(1)&lt;/script&gt;\u202Etxt${'x'.repeat(100_000)}`;
    const compiled = await compileModel(good.replace('name="a"', `name="${odd}"`), { form: null, connectorIds: [] });
    expect(compiled.definition?.elements.a?.name).toBe(odd.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
  });
});

describe('broken files', () => {
  it('what is no XML is told with its line', async () => {
    for (const text of ['{"a":1}', '', '\u0089PNG', 'hello <b'])
      expect(await verdict(text)).toEqual([expect.stringMatching(/^MODEL_XML_INVALID line 1/)]);
    expect(await verdict(good.slice(0, good.length / 2))).toEqual([expect.stringMatching(/^MODEL_XML_INVALID line \d+/)]);
    expect(await verdict(good.replace('</bpmn:process>', '</bpmn:proces>'))).toEqual([
      expect.stringMatching(/^MODEL_XML_INVALID line \d+/),
    ]);
    expect(await verdict(`${good}<more/>`)).toEqual([expect.stringMatching(/^MODEL_XML_INVALID/)]);
  });

  it('what is no BPMN 2.0 is told by its namespace', async () => {
    expect(await verdict(good.replace('BPMN/20100524/MODEL', 'BPMN/20080501/MODEL'))).toEqual([expect.stringMatching(/^MODEL_NAMESPACE/)]);
    expect(await verdict('<html><body/></html>')).toEqual([expect.stringMatching(/^MODEL_NAMESPACE/)]);
  });

  it('an id that is there twice is told with both lines', async () => {
    const { problems } = await compileModel(good.replace('</bpmn:process>', '<bpmn:userTask id="a" name="again"/>\n</bpmn:process>'), {
      form: null,
      connectorIds: [],
    });
    expect(problems.find((problem) => problem.code === 'idDuplicate')).toMatchObject({ elementId: 'a', params: { lines: '6, 10' } });
  });

  it('a flow to a missing id is told once, with that id', async () => {
    const { problems } = await compileModel(good.replace('targetRef="e"', 'targetRef="gone"'), { form: null, connectorIds: [] });
    expect(problems.filter((problem) => problem.elementId === 'a_e')).toMatchObject([
      { code: 'referenceBroken', params: { target: 'gone' }, line: 9 },
    ]);
  });

  it('a file has one executable process', async () => {
    expect(await verdict(good.replace('isExecutable="true"', ''))).toContain('MODEL_PROCESS_COUNT 流程');
    const second = '<bpmn:process id="Q" name="二" isExecutable="true"><bpmn:startEvent id="qs"/></bpmn:process></bpmn:definitions>';
    expect(await verdict(good.replace('</bpmn:definitions>', second))).toEqual([expect.stringMatching(/^MODEL_PROCESS_COUNT/)]);
    expect(await verdict(good.replace(/<bpmn:process[^]*<\/bpmn:process>/, ''))).toEqual(['MODEL_PROCESS_COUNT ']);
  });

  it('content that the parser drops stops publishing and names its place', async () => {
    const { problems } = await compileModel(good.replace('</bpmn:process>', '<bpmn:quantumTask id="q"/>\n</bpmn:process>'), {
      form: null,
      connectorIds: [],
    });
    expect(problems.filter((problem) => problem.level === 'error')).toMatchObject([
      { code: 'contentLost', params: { tag: 'bpmn:quantumTask' }, line: 10 },
    ]);
  });
});

describe('files of other tools', () => {
  it('references with a prefix and undeclared prefixes are understood', async () => {
    const prefixed = good.replace('targetRef="e"', 'targetRef="tns:e"').replace('<bpmn:userTask id="a"', '<bpmn:userTask ext:x="1" id="a"');
    expect(await verdict(prefixed)).toEqual([]);
  });

  it('8-bit, Chinese and wide encodings are read', async () => {
    const named = good.replace('name="a"', 'name="审批"');
    const wide = Buffer.from(`\uFEFF${named.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect((await compileModel(wide, { form: null, connectorIds: [] })).definition?.elements.a?.name).toBe('审批');
    const ascii = good.replace('流程', 'P');
    const latin = Buffer.from(ascii.replace('UTF-8', 'ISO-8859-1').replace('name="a"', 'name="Prüfung"'), 'latin1');
    expect((await compileModel(latin, { form: null, connectorIds: [] })).definition?.elements.a?.name).toBe('Prüfung');
    const [before = '', after = ''] = ascii.replace('UTF-8', 'GB18030').split('name="a"');
    const gb = Buffer.concat([Buffer.from(`${before}name="`), Buffer.from([0xc9, 0xf3, 0xc5, 0xfa]), Buffer.from(`"${after}`)]);
    expect((await compileModel(gb, { form: null, connectorIds: [] })).definition?.elements.a?.name).toBe('审批');
  });

  it('a sequence flow without an id gets one', async () => {
    const { definition } = await compileModel(good.replace('id="a_e" ', ''), { form: null, connectorIds: [] });
    expect(Object.keys(definition?.flows ?? {})).toEqual(['s_a', 'Flow_auto_1']);
  });
});
