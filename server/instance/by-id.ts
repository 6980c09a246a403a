import { z } from 'zod';
import type { FormSchema } from '@/forms/schema/schema';
import { maskValues } from '@/forms/access/mask';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { AppError } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import { inLanguage } from '@/server/bpmn/in-language';
import { query } from '@/server/db/client';
import { documentsOf } from '@/server/document/stored-document';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { load } from '@/server/engine/runtime/load';
import { getPublishedForm } from '@/server/form/published';
import { maskChange } from './changes';
import { diagramOf } from './diagram';
import { seesDocument, toDocumentView } from './document-view';
import { saidToSigners } from './entry-facts';
import { type History, loadHistory } from './history';
import { holderIds, holdersOf } from './holders';
import { mayRemove } from './may-remove';
import { myItems } from './my-items';
import { nextAfter } from './next-after';
import { outlookOf } from './outlook';
import { loadPeople, type People } from './people';
import { requireSight, type Sight } from './policy';
import { receiptsOf } from './receipts';
import { accessFor, requestForm } from './request-form';
import type { RequestPage } from './request-page';
import { mayWithdraw, rightsOf } from './rights';
import { sealOf } from './seal';
import { summariesOf } from './summary';
import { takenNow } from './taken-seats';
import { peopleInTrail, timelineOf } from './timeline';
import { loadTrail, STRETCH } from './trail-window';

export const ByIdInput = z.strictObject({ id: z.uuid() });
export type ByIdInput = z.infer<typeof ByIdInput>;

/** No command has this id: nothing was ever "seen" under it. */
const NO_COMMAND = '00000000-0000-0000-0000-000000000000';

/** The request page: everything of one request that this reader may know. */
export async function byId(ctx: Ctx, { id }: ByIdInput): Promise<RequestPage> {
  const sight = await requireSight(ctx, id);
  const [loaded, history, documents, trail] = await Promise.all([
    load(query, { rootInstanceId: id }, NO_COMMAND),
    loadHistory(id),
    documentsOf(id),
    loadTrail(query, id, null, STRETCH),
  ]);
  if (!loaded) throw new AppError('NOT_FOUND');
  const { state } = loaded;
  const { instance, data } = state;
  const definition = inLanguage(await getDefinition(instance.versionId), ctx.locale);
  const schema = data.formVersionId === null ? null : (await getPublishedForm(data.formVersionId)).schema;
  const people = await loadPeople([
    instance.applicantId,
    ...holderIds(state),
    ...peopleInTrail(trail),
    ...history.places.flatMap((place) => place.people ?? []),
    ...history.snapshots.map((snapshot) => snapshot.actorId),
    ...history.comments.flatMap((comment) => [comment.authorId, ...comment.mentions]),
    ...history.reads.map((read) => read.userId),
    ...documents.map((document) => document.uploadedBy),
  ]);
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  const now = ctx.now().toISOString();
  const items = myItems({
    state,
    definition,
    history,
    people,
    said: saidToSigners(trail.journal),
    userId,
    mayWithdraw: mayWithdraw(state, definition),
    now,
  });
  const access = accessFor(definition, sight, items);
  const places = items.filter((item) => item.actions.length > 0).map((item) => item.elementId);
  const [form, summaries, outlook] = await Promise.all([
    schema && requestForm(schema, state, access, ctx.locale),
    summariesOf([{ id, versionId: instance.versionId, formVersionId: data.formVersionId, values: data.values, access }], ctx.locale),
    instance.status === 'running' ? outlookOf(definition, { state }, { now, schema, locale: ctx.locale }) : null,
  ]);
  const can = rightsOf({ state, definition, sight, history, now, userId });
  const holders = holdersOf(state, definition, { people, now });
  return {
    id,
    number: instance.number,
    title: instance.title,
    businessKey: instance.businessKey,
    status: instance.status,
    outcome: instance.outcome,
    seal: sealOf({ ...instance, rework: holders.some((holder) => holder.rework), mine: items.some((item) => item.kind !== 'read') }),
    round: instance.round,
    process: processOf(history, instance.versionId),
    applicant: people.of(instance.applicantId),
    department: history.department && { id: history.department.id, name: { zh: history.department.zh, en: history.department.en } },
    startedAt: instance.startedAt,
    endedAt: instance.endedAt,
    expiresAt: Object.values(state.timers).find((timer) => timer.kind === 'lifeSpan')?.dueAt ?? null,
    summary: summaries.get(id) ?? [],
    holders,
    form,
    timeline: timelineOf(trail, definition, people),
    earlier: trail.earlier,
    ...dataHistory({ history, schema, access, people, elementName: (elementId) => definition.elements[elementId]?.name ?? '' }),
    diagram: { xml: history.process.xml, ...diagramOf({ state, definition, history, trail, holders, people }) },
    documents: documents
      .filter((document) => seesDocument(document, schema, access))
      .map((document) => toDocumentView(document, people, mayRemove(document, { userId, places, definition }))),
    documentTypes: definition.settings.documents.map(({ id: typeId, name, required, formats, maxCount }) => ({
      id: typeId,
      name,
      required,
      formats,
      maxCount,
      addable: items.some((item) => item.actions.length > 0 && item.documentTypeIds.includes(typeId)),
    })),
    comments: history.comments.map((comment) => ({
      id: comment.id,
      author: people.of(comment.authorId),
      text: comment.text,
      at: comment.at,
      mentions: people.all(comment.mentions),
    })),
    myItems: items.map((item) => ({
      ...item,
      next: item.actions.length > 0 && outlook ? nextAfter(item.id, { state, definition, outlook: outlook.steps, people, now }) : null,
    })),
    onlyReads: sight.seats.length > 0 && sight.seats.every((elementId) => definition.elements[elementId]?.kind === 'sendTask'),
    outlook,
    can,
    taken: can.reassign ? takenNow(state, definition) : {},
    receipts: leads(sight) ? receiptsOf(history.reads, definition, people) : [],
    incidents: Object.values(state.incidents).map((incident) => ({
      id: incident.id,
      activityId: incident.activityId,
      kind: incident.kind,
      elementId: incident.elementId,
      elementName: incident.elementId === null ? null : (definition.elements[incident.elementId]?.name ?? null),
      // What an outside system answered, or an expression says, is for those who repair it.
      detail: sight.administers ? incident.detail : {},
      createdAt: incident.createdAt,
    })),
  };
}

// helpers //////////////////////

function processOf({ process }: History, versionId: string): RequestPage['process'] {
  return {
    id: process.id,
    key: process.key,
    name: { zh: process.zh, en: process.en },
    icon: process.icon,
    versionId,
    versionNo: process.versionNo,
  };
}

function leads(sight: Sight): boolean {
  return sight.applicant || sight.administers || sight.watches || sight.audits;
}

type DataHistoryInput = {
  history: History;
  schema: FormSchema | null;
  access: FieldAccess;
  people: People;
  elementName(elementId: string): string;
};

/** What each round was submitted with, and what each step changed, as far as the reader may see it. */
function dataHistory({ history, schema, access, people, elementName }: DataHistoryInput): Pick<RequestPage, 'rounds' | 'changes'> {
  if (schema === null) return { rounds: [], changes: [] };
  return {
    rounds: history.snapshots.flatMap(({ round, seq, at, actorId, full }) =>
      full === null ? [] : [{ round, seq, at, by: people.maybe(actorId), values: maskValues(schema, access, full) }],
    ),
    changes: history.snapshots.flatMap(({ seq, at, round, elementId, actorId, changes }) => {
      const shown = changes.flatMap((change) => maskChange(schema, access, change) ?? []);
      const place = { elementId, elementName: elementId === null ? null : elementName(elementId) };
      return shown.length === 0 ? [] : [{ seq, at, round, ...place, by: people.maybe(actorId), changes: shown }];
    }),
  };
}
