import { describe, expect, it } from 'vitest';
import { type ProcessModel, readProcess } from '@/lib/bpmn/process-model';
import { isFolded, reduce } from '@/lib/bpmn/soundness/reduce';
import { explore, type Explored } from '@/lib/bpmn/soundness/state-space';
import { translate } from '@/lib/bpmn/soundness/translate';
import { parseModel } from '@/server/bpmn/parse';
import { modelFiles, orAbsent, readModel } from './models';

type Verdict = { place: string; reduced: string; plain: string; folded: boolean };

describe.skipIf(modelFiles.length === 0)(`soundness of other tools’ models${orAbsent}`, { timeout: 600_000 }, () => {
  it('is judged after reduction as trying every order without it would', async () => {
    const verdicts: Verdict[] = [];
    for (const name of modelFiles)
      for (const model of await modelsOf(name)) for (const scope of model.scopes.keys()) verdicts.push(...verdictOf(model, scope, name));
    const folded = verdicts.filter((verdict) => verdict.folded).length;
    console.log(`soundness: ${verdicts.length} containers, ${folded} reduced to nothing`);
    expect(verdicts.filter(({ reduced, plain }) => reduced !== plain)).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(500);
  });
});

// helpers //////////////////////

async function modelsOf(name: string): Promise<ProcessModel[]> {
  const { definitions } = await parseModel(readModel(name));
  const processes = readProcess(definitions)?.processes ?? [];
  return processes.flatMap((process) => {
    for (const other of processes) other.isExecutable = other === process;
    return readProcess(definitions) ?? [];
  });
}

function verdictOf(model: ProcessModel, scope: string, name: string): Verdict[] {
  const net = translate(model, scope);
  if (!net) return [];
  const small = reduce(net);
  const folded = isFolded(small);
  const plain = explore(net, 5000);
  const reduced = folded ? { faults: [], decided: true } : explore(small);
  return plain.decided ? [{ place: `${name} ${scope}`, reduced: sound(reduced), plain: sound(plain), folded }] : [];
}

/** What no flow leads to is found by another rule and folds away here. */
function sound({ faults }: Explored): string {
  return faults.every((fault) => fault.kind === 'neverReached') ? 'sound' : 'unsound';
}
