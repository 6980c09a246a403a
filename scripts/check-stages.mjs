import { vitestStage } from './run-stages.mjs';

export function checkStages() {
  return [
    { name: 'format', command: ['biome', 'check', '--colors=off', '--max-diagnostics=20'] },
    // Next writes next-env.d.ts and the route types that the compiler needs.
    { name: 'route types', command: ['next', 'typegen'] },
    { name: 'types', command: ['tsc', '--noEmit', '--pretty', 'false'] },
    { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
    {
      name: 'import rules',
      command: ['depcruise', '--config', '.dependency-cruiser.cjs', '-T', 'err', 'app', 'components', 'forms', 'lib', 'server'],
    },
    { name: 'unused code', command: ['knip', '--no-progress'] },
    vitestStage('unit tests', 'unit'),
  ];
}
