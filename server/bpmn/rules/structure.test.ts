import { describe, expect, it } from 'vitest';
import { codesOf, problemsOf } from '@/test/checked-model';

const plain = `
  start s
  user a
  end e
  s > a
  a > e`;

describe('the structure of a model', () => {
  it('is fine when it goes from the start over an activity to the end', async () => {
    expect(await codesOf(plain)).toEqual([]);
  });

  it('needs exactly one start event in every scope, and nothing leads to it', async () => {
    expect(await codesOf('user a\nend e\na > e')).toContain('startMissing -');
    expect(await codesOf(`${plain}\nstart s2\ns2 > a`)).toContain('startSeveral s2');
    expect(await codesOf(`${plain}\na > s`)).toContain('startIncoming s');
    expect(await codesOf('start s\nsub p {\nuser a\n}\nend e\ns > p\np > e')).toContain('startMissing p');
  });

  it('needs an end that can be reached', async () => {
    expect(await codesOf('start s\nuser a\ns > a\na > a')).toContain('endMissing -');
    expect(await codesOf('start s\nuser a\ns > a')).toContain('endImplicit? a');
    expect(await codesOf(`${plain}\ne > a`)).toContain('endOutgoing e');
    expect(await codesOf(`${plain}\nuser b\nuser c\ns > b\nb > c\nc > b`)).toContain('endUnreachable b');
  });

  it('has no element that no path leads to', async () => {
    expect(await codesOf(`${plain}\nuser x\nx > e`)).toEqual(['nodeUnreachable x']);
  });

  it('has flows with both ends in one sub-process', async () => {
    expect(await codesOf(`${plain}\nsub p {\nstart ps\nuser b\nps > b\n}\nb > e`)).toContain('flowCrossesScope b_e');
    expect(await codesOf(plain.replace('s > a', 's > a\ns > a'))).toEqual([]);
  });

  it('has boundary events only where somebody waits', async () => {
    const boundary = (host: string) => `start s\n${host}\nuser b\nend e\ns > h\nh > e\ntimerOn h t\nt > b\nb > e`;
    expect(await codesOf(boundary('user h'))).toEqual([]);
    expect(await codesOf(boundary('send h'))).toEqual(['boundaryHost t']);
    expect(await codesOf(`${boundary('user h')}\nb > t`)).toContain('boundaryIncoming t');
    expect(await codesOf(`${plain}\ntimerOn a t`)).toContain('flowMissing t');
    expect(await codesOf(`${plain}\nerrorOn a x\nx > e`)).toEqual(['errorNeverThrown? x']);
  });

  it('has no ids that mean something to objects', async () => {
    expect(await codesOf(plain.replaceAll('a', '__proto__').replace('st__proto__rt', 'start'))).toContain('idInvalid __proto__');
    expect(await codesOf('start s\nuser constructor\nend e\ns > constructor\nconstructor > e')).toContain('idInvalid constructor');
  });

  it('is one executable process', async () => {
    const [problem] = await problemsOf(plain, { process: 'isClosed="false"' });
    expect(problem).toBeUndefined();
  });
});

describe('what the engine does not run', () => {
  const task = (type: string, inside = '') => codesOf(`start s\n${type} x\nend e\ns > x\nx > e`, { inside: { x: inside } });

  it('is named with its reason', async () => {
    expect(await task('scriptTask')).toEqual(['scriptUnsupported x']);
    expect(await task('task')).toEqual(['taskTypeMissing x']);
    expect(await task('complexGateway')).toEqual(['elementUnsupported x']);
    expect(await task('intermediateCatchEvent')).toEqual(['eventDefinitionMissing x']);
    expect(await task('intermediateCatchEvent', '<bpmn:messageEventDefinition/>')).toEqual(['eventUnsupported x']);
    expect(await task('intermediateCatchEvent', '<bpmn:timerEventDefinition/><bpmn:timerEventDefinition/>')).toEqual([
      'eventDefinitionSeveral x',
    ]);
    expect(await task('user', '<bpmn:multiInstanceLoopCharacteristics/>')).toEqual(['loopUnsupported x']);
  });

  it('includes a process that calls itself', async () => {
    expect(await codesOf('start s\ncallActivity x\nend e\ns > x\nx > e', { attributes: { x: ' calledElement="P"' } })).toEqual([
      'callRecursion x',
    ]);
  });

  it('includes code and listeners of other engines, under whatever prefix', async () => {
    const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:f="http://flowable.org/bpmn"';
    const listener = '<bpmn:extensionElements><camunda:executionListener class="x.Y"/></bpmn:extensionElements>';
    expect(await codesOf(plain, { process: camunda, inside: { s: listener } })).toEqual(['vendorExecution s']);
    expect(await codesOf(plain, { process: camunda, attributes: { a: ' camunda:assignee="mary"' } })).toEqual([]);
    expect(
      await codesOf('start s\nservice x\nend e\ns > x\nx > e', { process: camunda, attributes: { x: ' camunda:class="x.Y"' } }),
    ).toContain('vendorExecution x');
    expect(
      await codesOf('start s\nservice x\nend e\ns > x\nx > e', { process: camunda, attributes: { x: ' f:delegateExpression="${y}"' } }),
    ).toContain('vendorExecution x');
  });
});
