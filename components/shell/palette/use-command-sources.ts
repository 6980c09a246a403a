import type { CommandResult } from './command';
import { useActionCommands } from './use-action-commands';
import { usePageCommands } from './use-page-commands';
import { useSearchCommands } from './use-search-commands';

/** Where the palette's entries come from, in the order of its groups; a source filters by the query itself. One import and one line per source. */
export function useCommandSources(query: string): CommandResult[] {
  const pages = usePageCommands(query);
  const { own, shell } = useActionCommands(query);
  return [pages, own, ...useSearchCommands(query), shell];
}
