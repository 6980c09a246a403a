import { problemOf, type Rule } from '../rule';

/** A file runs as one process: exactly one is executable. */
export const processCount: Rule = ({ model: { processes, process, name } }) => {
  const executable = processes.filter((item) => item.isExecutable === true);
  if (executable.length > 1)
    return [problemOf('processSeveral', { params: { names: executable.map((item) => item.name || item.id || '').join('、') } })];
  if (executable.length === 1) return [];
  const fix = processes.length === 1 && process.id ? { fix: { kind: 'setExecutable' as const, elementId: process.id } } : {};
  return [problemOf('processNotExecutable', { params: { name: name || process.id || '' }, ...fix })];
};
