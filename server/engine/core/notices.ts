import type { Run } from './run';
import type { WorkItem } from './state';

/** Tells whoever got a task that it is there; nothing for seats that wait for their turn or are decided. */
export function announce(run: Run, item: WorkItem, comment = ''): void {
  if (item.status !== 'unread') return;
  const params = { elementName: run.element(item.elementId).name, ...(comment && { comment }) };
  const about = { workItemId: item.id, elementId: item.elementId, params };
  if (item.userId === null) run.notify('offered', item.candidates, about);
  else run.notify('assigned', [item.userId], about);
}
