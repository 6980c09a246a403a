import { describe, expect, it } from 'vitest';
import { readProcess } from '@/lib/bpmn/process-model';
import { defaultProcess, defaultUserTask } from '@/lib/bpmn/default-settings';
import { diffModels } from '@/server/process/internal/diff-models';
import { modelXml, type ModelPlan } from '@/server/template/model-xml';
import { toDefinition } from './compile';
import { inLanguage } from './in-language';
import { moddle } from './moddle';
import { parseModel } from './parse';

const plan = (review: { name: string; nameEn?: string }): ModelPlan => ({
  name: '报销',
  settings: defaultProcess,
  nodes: [
    { id: 'Start', type: 'startEvent', name: '提交', x: 100, y: 100 },
    { id: 'Review', type: 'userTask', ...review, x: 300, y: 100, settings: defaultUserTask },
    { id: 'End', type: 'endEvent', name: '办结', x: 500, y: 100 },
  ],
  flows: [
    { id: 'In', from: 'Start', to: 'Review' },
    { id: 'Out', from: 'Review', to: 'End', name: '是', nameEn: 'Yes' },
  ],
});
const context = { connectors: new Map(), form: null } as unknown as Parameters<typeof toDefinition>[1];

async function modelOf(xml: string) {
  const model = readProcess((await parseModel(xml)).definitions);
  if (!model) throw new Error('no process');
  return model;
}

describe('a name in English', () => {
  it('is what an English reader sees, and nobody else; what has none keeps its name', async () => {
    const definition = toDefinition(await modelOf(modelXml('claim', plan({ name: '部门审批', nameEn: 'Department review' }))), context);
    const english = inLanguage(definition, 'en');
    expect([english.elements.Review?.name, english.elements.Start?.name, english.flows.Out?.name]).toEqual([
      'Department review',
      '提交',
      'Yes',
    ]);
    expect(inLanguage(definition, 'zh')).toBe(definition);
    expect(definition.elements.Review?.name).toBe('部门审批');
    expect(inLanguage(definition, 'en')).toBe(english);
  });

  it('survives export and import, and a change of it is told', async () => {
    const xml = modelXml('claim', plan({ name: '部门审批', nameEn: 'Department review' }));
    const { rootElement } = await moddle.fromXML(xml);
    const again = await modelOf((await moddle.toXML(rootElement, { format: true })).xml);
    expect(again.nodes.get('Review')?.nameEn).toBe('Department review');
    const before = await modelOf(modelXml('claim', plan({ name: '部门审批' })));
    expect(diffModels(before, again)).toEqual([
      { kind: 'renamed', elementId: 'Review', name: '部门审批 / Department review', before: '部门审批' },
    ]);
  });
});
