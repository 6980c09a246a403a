import type { Command } from './command';

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

export function addCommands(added: readonly Command[]): () => void {
  commands = [...commands, ...added];
  announce();
  return () => {
    commands = commands.filter((command) => !added.includes(command));
    announce();
  };
}

export function pageCommands(): readonly Command[] {
  return commands;
}

export function subscribeCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  for (const listener of listeners) listener();
}
