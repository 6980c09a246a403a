import { describe, expect, it } from 'vitest';
import type { Definition } from '@/server/bpmn/definition';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';
import { People } from './people';
import { timelineOf } from './timeline';
import type { PastActivity } from './trail-window';

const at = '2026-11-20T01:00:00.000Z';

describe('the timeline of a request', () => {
  it('reads newest first also within one step: the end, what the step led to, the act that began it, the turn that it ended', () => {
    const journal = [
      { seq: 1, at, command: 'resubmit', actorId: null, actorName: '', reason: null, events: [ended] } as unknown as JournalEntry,
    ];
    const activities = [past('Start', 'revise', '2026-11-19T01:00:00.000Z'), past('Approve', 'userTask', at)];
    const timeline = timelineOf({ journal, activities, rounds: [], earlier: null }, definition, new People(new Map()));
    expect(timeline.map((one) => (one.type === 'act' ? one.act : one.elementId))).toEqual(['ended', 'Approve', 'resubmitted', 'Start']);
  });

  it('has the applicant’s turn above the step that sent it back', () => {
    const turn = { ...past('Start', 'revise', at), status: 'active' as const, endedAt: null };
    const activities = [turn, past('Approve', 'userTask', '2026-11-19T01:00:00.000Z')];
    const timeline = timelineOf({ journal: [], activities, rounds: [], earlier: null }, definition, new People(new Map()));
    expect(timeline.map((one) => one.type === 'activity' && one.elementId)).toEqual(['Start', 'Approve']);
  });

  it('names whom a proxy stands for once: at the seat, or in a note when the seat has gone on to somebody else', () => {
    const notes = [{ kind: 'proxy' as const, userId: 'wang', forUserId: 'qin' }];
    const group = { rule: { rule: 'any' }, outcome: null, tally: null, notes } as unknown as NonNullable<PastActivity['group']>;
    const notesWith = (userId: string) => {
      const seats = [
        { userId, onBehalfOf: userId === 'wang' ? 'qin' : null, candidates: [], reason: null } as unknown as PastActivity['seats'][number],
      ];
      const activities = [{ ...past('Approve', 'userTask', at), group, seats }];
      const [entry] = timelineOf({ journal: [], activities, rounds: [], earlier: null }, definition, new People(new Map()));
      return entry?.type === 'activity' ? entry.notes.map((note) => note.kind) : null;
    };
    expect(notesWith('wang')).toEqual([]);
    expect(notesWith('li')).toEqual(['proxy']);
  });
});

// helpers //////////////////////

const ended = { type: 'instanceEnded', status: 'completed', outcome: 'approved', at };

const definition = {
  elements: { Start: { id: 'Start', kind: 'startEvent', name: '' }, Approve: { id: 'Approve', kind: 'userTask', name: 'Approve' } },
} as unknown as Definition;

function past(elementId: string, kind: PastActivity['kind'], startedAt: string): PastActivity {
  return { id: elementId, elementId, kind, status: 'completed', visit: 1, startedAt, endedAt: at, group: null, wayBack: null, seats: [] };
}
