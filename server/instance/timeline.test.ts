import { describe, expect, it } from 'vitest';
import type { Definition } from '@/server/bpmn/definition';
import type { EngineEvent } from '@/server/engine/core/event';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';
import { People } from './people';
import { timelineOf } from './timeline';

const at = '2026-11-20T01:00:00.000Z';

describe('the timeline of a request', () => {
  it('reads newest first also within one step: the end, what the step led to, the act that began it', () => {
    const entry = step(1, 'startInstance', [begun('Approve'), { type: 'instanceEnded', status: 'completed', outcome: 'approved', at }]);

    const timeline = timelineOf([entry], definition, new People(new Map()));

    expect(timeline.map((one) => (one.type === 'act' ? one.act : one.elementId))).toEqual(['ended', 'Approve', 'submitted']);
  });
});

// helpers //////////////////////

const definition = { elements: { Approve: { id: 'Approve', kind: 'userTask', name: 'Approve' } } } as unknown as Definition;

function begun(elementId: string): EngineEvent {
  return {
    type: 'activityActivated',
    activity: {
      id: `a-${elementId}`,
      elementId,
      kind: 'userTask',
      scopeId: null,
      status: 'active',
      visit: 1,
      viaFlow: null,
      causes: [],
      startedAt: at,
      dueAt: null,
      endedAt: null,
      group: null,
      wayBack: null,
    },
  };
}

function step(seq: number, command: JournalEntry['command'], events: EngineEvent[]): JournalEntry {
  return { seq, at, command, actorId: null, actorName: '', reason: null, events } as unknown as JournalEntry;
}
