import type { Element } from 'bpmn-js/lib/model/Types';
import { describe, expect, it } from 'vitest';
import { children } from '@/lib/bpmn/moddle';
import { moddle } from '@/server/bpmn/moddle';
import { carrierOf, isWholeProcess } from './process';

const pools = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <collaboration id="c"><participant id="ours" processRef="P"/><participant id="theirs" processRef="Q"/><participant id="box"/></collaboration>
  <process id="Q"/>
  <process id="P" isExecutable="true"><userTask id="a"/></process>
</definitions>`;

/** What the canvas shows of an element of the file. */
async function shown(xml: string): Promise<(id: string) => Element> {
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  for (const element of children(rootElement, 'rootElements')) element.$parent = rootElement;
  return (id) => ({ id, businessObject: elementsById[id] }) as unknown as Element;
}

describe('in a file with pools', () => {
  it('the settings of the process that runs stand on it, reached from the canvas and from its pool', async () => {
    const element = await shown(pools);
    expect(carrierOf(element('c')).id).toBe('P');
    expect(carrierOf(element('ours')).id).toBe('P');
    expect(['c', 'ours', 'theirs', 'box', 'a'].filter((id) => isWholeProcess(element(id)))).toEqual(['c', 'ours']);
  });

  it('everything else stands for itself', async () => {
    const element = await shown(pools);
    expect(carrierOf(element('a')).id).toBe('a');
    expect(carrierOf(element('theirs')).id).toBe('Q');
    expect(carrierOf(element('box')).id).toBe('box');
  });
});

it('a canvas without pools is the process itself', async () => {
  const element = await shown(pools.replace(/<collaboration.*<\/collaboration>/, ''));
  expect(carrierOf(element('P')).id).toBe('P');
  expect(isWholeProcess(element('P'))).toBe(true);
});
