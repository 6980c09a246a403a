import type { NameType } from './check-context';
import { readSettings } from './element-settings';
import type { ProcessModel } from './process-model';

/**
 * Every name that the model's expressions may use: the form's fields, `outcome` of the activity just left, `round`, and what
 * service tasks write. A field's own type wins over a variable of the same name.
 */
export function modelNames(model: ProcessModel, formNames: Readonly<Record<string, NameType>>): Record<string, NameType> {
  const names: Record<string, NameType> = { outcome: 'string', round: 'number' };
  for (const node of model.nodes.values()) {
    if (node.kind !== 'serviceTask') continue;
    const read = readSettings(node.element, 'serviceTask');
    if (read.state === 'set') for (const output of read.value.output) if (output.target === 'variable') names[output.name] = 'any';
  }
  return { ...names, ...formNames };
}
