import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Other tools' models: the BPMN MIWG interchange suite and two engines' test models. They are not part of this repository. */
const FOLDER = '../shared/conformance';

/** Their file names; none when the folder is not there. */
export const modelFiles: readonly string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(bpmn|bpmn20\.xml)$/.test(name))
  : [];

/** Of a suite's title: says why nothing of it ran. */
export const orAbsent = modelFiles.length === 0 ? ` (skipped: there are no models under ${FOLDER})` : '';

export function readModel(name: string): Buffer {
  return readFileSync(`${FOLDER}/${name}`);
}
