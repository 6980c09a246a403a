import { readSettings, type SettingsKind } from '../element-settings';
import type { ModdleElement } from '../moddle';
import type { Problem } from '../problem';
import { nodesOf, problemAt, problemOf, type Rule } from '../rule';

/** The JSON in <vm:settings> is what its schema says. */
export const settingsValid: Rule = ({ model }) => {
  const ofProcess = faultsOf(model.process, 'process').map((fault) =>
    problemOf('settingsInvalid', { path: fault.path, params: { name: model.name, reason: fault.reason, path: fault.path } }),
  );
  const ofNodes = nodesOf(model).flatMap((node): Problem[] => {
    if (node.kind !== 'userTask' && node.kind !== 'sendTask' && node.kind !== 'serviceTask') return [];
    return faultsOf(node.element, node.kind).map((fault) =>
      problemAt('settingsInvalid', node, { path: fault.path, params: { reason: fault.reason, path: fault.path } }),
    );
  });
  return [...ofProcess, ...ofNodes];
};

function faultsOf(element: ModdleElement, kind: SettingsKind): readonly { path: string; reason: string }[] {
  const read = readSettings(element, kind);
  return read.state === 'invalid' ? read.faults : [];
}
