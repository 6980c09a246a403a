import type { Definition } from '@/server/bpmn/definition';
import { needsReceipt } from '@/server/task/receipt';
import type { History } from './history';
import type { People } from './people';
import type { ReceiptGroup } from './request-page';

/** Who has read what was sent around, and when; by the element that sent it. */
export function receiptsOf(reads: History['reads'], definition: Definition, people: People): ReceiptGroup[] {
  const groups = new Map<string, History['reads']>();
  for (const read of reads) groups.set(read.elementId, [...(groups.get(read.elementId) ?? []), read]);
  return [...groups].map(([elementId, items]) => ({
    elementId,
    elementName: definition.elements[elementId]?.name ?? '',
    receipt: needsReceipt(definition, elementId),
    total: items.length,
    read: items.filter((item) => item.status === 'done').length,
    readers: items.map((item) => ({
      person: people.of(item.userId),
      status: item.status === 'done' ? 'done' : item.status === 'viewed' ? 'viewed' : 'unread',
      at: item.endedAt ?? item.viewedAt,
      remindedAt: item.urgedAt,
    })),
  }));
}
