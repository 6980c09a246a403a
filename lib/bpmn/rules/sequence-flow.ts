import { child } from '../moddle';
import { problemAt, problemOf, type Rule } from '../rule';

/** A flow connects two nodes of the same sub-process, and two nodes once. */
export const sequenceFlow: Rule = ({ model }) => {
  const seen = new Set<string>();
  const ofFlows = [...model.flows.values()].flatMap((flow) => {
    const source = model.nodes.get(flow.source);
    const target = model.nodes.get(flow.target);
    if (!source || !target) return [];
    const names = { source: source.name || source.id, target: target.name || target.id };
    if (source.scope !== target.scope) return [problemAt('flowCrossesScope', flow, { params: names })];
    const key = `${flow.source} ${flow.target} ${flow.condition ?? ''}`;
    if (seen.has(key)) return [problemAt('flowDuplicate', flow, { level: 'warning', params: names })];
    seen.add(key);
    return [];
  });
  const loose = model.dangling.map((flow) => {
    const known = child(flow, 'sourceRef') ?? child(flow, 'targetRef');
    return problemOf('flowDangling', { params: { name: flow.name || flow.id || '', known: known?.name || known?.id || '—' } });
  });
  return [...ofFlows, ...loose.map((problem, index) => ({ ...problem, elementId: model.dangling[index]?.id ?? null }))];
};
