import type { NoticeRequest } from '@/server/engine/core/event';

/** What a step leaves in portal.outbox (kind + payload), in its own transaction; the dispatcher turns it into notices, mails, counters and live updates. */
export type OutboxMessage =
  | { kind: 'notice'; payload: NoticeMessage }
  | { kind: 'stat'; payload: StatMessage }
  /** A step of the engine: its notices and counters are in that row of the journal (server/engine/runtime/expand-outbox.ts). */
  | { kind: 'step'; payload: { rootInstanceId: string; seq: number } };

export type NoticeMessage = {
  rootInstanceId: string;
  processId: string;
  title: string;
  number: string;
  actorName: string;
  actorNameEn?: string;
  notice: NoticeRequest;
  /** The English name of the notice's element, where it has one; `params.elementName` is the name that the flow was drawn with. */
  elementNameEn?: string;
};

export type StatMessage =
  | { event: 'started'; processId: string; departmentId: string | null; at: string }
  | { event: 'ended'; processId: string; departmentId: string | null; at: string; outcome: string; seconds: number }
  | { event: 'activity'; processId: string; elementId: string; at: string; seconds: number };
