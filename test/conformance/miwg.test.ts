import { describe, expect, it } from 'vitest';
import { checkModel } from '@/lib/bpmn/check';
import { isA } from '@/lib/bpmn/moddle';
import { readProcess } from '@/lib/bpmn/process-model';
import { withDiagram } from '@/server/bpmn/layout/with-diagram';
import { compareXml } from '@/server/bpmn/losses';
import { moddle } from '@/server/bpmn/moddle';
import { type Parsed, parseModel } from '@/server/bpmn/parse';
import { restoreLost } from '@/server/bpmn/restore-lost';
import { encodeXml } from '@/server/bpmn/xml/encoding';
import { readXml } from '@/server/bpmn/xml/tree';
import { modelFiles, orAbsent, readModel } from './models';

const interchange = modelFiles.filter((name) => name.startsWith('miwg/'));

async function each<T>(names: readonly string[], look: (parsed: Parsed, name: string) => Promise<T> | T): Promise<T[]> {
  const results: T[] = [];
  for (const name of names) results.push(await look(await parseModel(readModel(name)), name));
  return results;
}

describe.skipIf(modelFiles.length === 0)(`models of other tools${orAbsent}`, { timeout: 600_000 }, () => {
  it('are all there', () => expect(modelFiles.length).toBeGreaterThan(400));

  it('are read; most without a word, the others with a list of what is not understood', async () => {
    const problems = await each(interchange, (parsed) => parsed.problems.length);
    const clean = problems.filter((count) => count === 0).length;
    console.log(`interchange models: ${interchange.length} read, ${clean} without a word`);
    expect(clean / interchange.length).toBeGreaterThanOrEqual(0.88);
  });

  it('are all checked without a fault of ours, and what the engine does not run is named element by element', async () => {
    const unnamed = await each(modelFiles, (parsed, name) => {
      const { model, problems } = checkModel(parsed.definitions, { form: null, connectorIds: null });
      const named = new Set(problems.map((problem) => problem.elementId));
      return [...(model?.nodes.values() ?? [])]
        .filter((node) => node.kind === null && !named.has(node.id))
        .map((node) => `${name} ${node.id}`);
    });
    expect(unnamed.flat()).toEqual([]);
  });

  it('come out byte for byte when nothing was changed, unless they lie about their encoding', async () => {
    const outcomes = await each(interchange, (parsed, name) => ({
      name,
      same: readModel(name).equals(encodeXml(parsed.text)),
      repaired: parsed.repaired,
    }));
    const same = outcomes.filter((outcome) => outcome.same).length;
    console.log(
      `interchange models: ${same} of ${outcomes.length} exported byte for byte, ${outcomes.filter((outcome) => outcome.repaired).length} repaired`,
    );
    expect(outcomes.filter((outcome) => !outcome.same && !outcome.repaired)).toEqual([]);
  });

  it('lose nothing but the old name when an element is renamed', async () => {
    const kept = await each(interchange, renamed);
    const whole = kept.filter((count) => count === 0).length;
    console.log(`interchange models: ${whole} of ${kept.length} lose nothing by an edit`);
    expect(kept.length - whole).toBeLessThanOrEqual(1);
  });

  it('without a drawing get one that shows every node', async () => {
    const drawn = await each(interchange, async (parsed) => {
      const text = withDiagram(parsed);
      if (text === parsed.text) return [];
      const shown = new Set(
        readXml(text).root.children.flatMap((node) =>
          node.children.flatMap((plane) =>
            plane.children.map((shape) => shape.attributes.find((attribute) => attribute.local === 'bpmnElement')?.value),
          ),
        ),
      );
      const { problems } = await parseModel(text);
      expect(problems.length).toBeLessThanOrEqual(parsed.problems.length);
      return [...(readProcess(parsed.definitions)?.nodes.keys() ?? [])].filter((id) => !shown.has(id));
    });
    expect(drawn.flat()).toEqual([]);
  });
});

// helpers //////////////////////

/** How much is gone after one element was renamed in a modeler and the model saved. */
async function renamed(parsed: Parsed): Promise<number> {
  const node = [...(readProcess(parsed.definitions)?.nodes.values() ?? [])].find(({ element }) => isA(element, 'bpmn:FlowNode'));
  if (node) node.element.name = '改名 Renamed';
  const { xml } = await moddle.toXML(parsed.definitions);
  const saved = await restoreLost(parsed.text, xml);
  return compareXml(parsed.text, saved).filter(
    (loss) => !(loss.kind === 'attribute' && loss.name === 'name' && loss.elementId === node?.id),
  ).length;
}
