import type { Json } from '@/lib/json';
import type { ElementDef } from '@/server/bpmn/definition';
import type { Run } from './run';
import type { Id, IncidentKind } from './state';

export type Trouble = { kind: IncidentKind; detail: { [key: string]: Json } };

/** Leaves an incident open on an activity and tells the administrators of the process. */
export function raiseIncident(run: Run, element: ElementDef, activityId: Id, trouble: Trouble): void {
  const { kind, detail } = trouble;
  run.emit({ type: 'incidentRaised', incident: { id: run.id(), activityId, elementId: element.id, kind, detail, createdAt: run.now } });
  run.notify('incident', run.definition.settings.adminIds, { elementId: element.id, params: { elementName: element.name, kind } });
}

/** Whether an activity is stuck. */
export function hasIncident(run: Run, activityId: Id): boolean {
  return Object.values(run.state.incidents).some((incident) => incident.activityId === activityId);
}
