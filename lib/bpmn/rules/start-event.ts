import { problemAt, problemOf, type Rule } from '../rule';

/** Every scope begins at exactly one plain start event. */
export const startEvent: Rule = ({ model }) =>
  [...model.scopes.values()].flatMap((scope) => {
    const container = model.nodes.get(scope.id);
    if (container && container.kind !== 'subProcess') return [];
    const starts = scope.nodeIds.flatMap((id) => model.nodes.get(id) ?? []).filter((node) => node.kind === 'startEvent');
    if (starts.length === 0)
      return [container ? problemAt('startMissing', container) : problemOf('startMissing', { params: { name: model.name } })];
    const extra = starts.slice(1).map((node) => problemAt('startSeveral', node));
    return [...extra, ...starts.filter((node) => node.incoming.length > 0).map((node) => problemAt('startIncoming', node))];
  });
