import type { Command, CommandType } from '../command';
import type { Run } from '../run';

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** What a command does directly; the tokens it sets moving are the agenda's. Refuses by throwing a Refusal. */
export type Handler<T extends CommandType> = (run: Run, command: CommandOf<T>) => void;
