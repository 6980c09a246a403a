import { nodesOf, problemAt, problemOf, type Rule } from '../rule';

/** Every element has an id, and none that means something to JavaScript objects: ids are keys of the compiled version. */
export const ids: Rule = ({ model }) => {
  const reserved = [...nodesOf(model), ...model.flows.values()].filter(
    ({ id }) => id === '__proto__' || id in Object.prototype || id.length > 200,
  );
  return [
    ...reserved.map((item) => problemAt('idInvalid', item)),
    ...model.nameless.map((element) => problemOf('idMissing', { params: { name: element.name ?? '', type: element.$type.slice(5) } })),
  ];
};
