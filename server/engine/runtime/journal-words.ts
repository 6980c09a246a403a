/*
 * What journal-codec.ts says in one byte. What was written once can only be read with the same tables: NEVER change or move an entry, add
 * others at the end.
 */

/** At most 80. */
export const journalWords: readonly string[] =
  `workItemChanged approvalNoted groupChanged variablesSet activityEnded flowTaken activityActivated workItemCreated noticeRequested versionRaised
instanceStarted instanceEnded dataChanged titleChanged roundStarted tokenArrived tokensConsumed timerScheduled timerRemoved jobCreated
jobChanged jobRemoved incidentRaised incidentResolved instanceSuspended instanceResumed approvalsForgotten peopleChosen unread viewed
accepted approved rejected returned transferred cancelled withdrawn terminated completed expired
failed active running suspended task read userTask serviceTask sendTask parallelGateway
exclusiveGateway inclusiveGateway subProcess any all vote sequential auto original users
activity started ended assigned toRead urged offered outcome department position
role applicant manager proxy wholeChain straight connector due ready 0.00`.split(/\s+/);

/** Of the first 128 the number takes a byte: the keys of the objects that engine, verbs and counters make, in their order. */
export const journalShapes: readonly (readonly string[])[] = [
  '',
  'events result stats',
  'type workItemId elementId change',
  'status comment endedAt',
  'type approval',
  'userId elementId activityId decision',
  'type activityId elementId group',
  'rule outcome tally notes',
  'rule',
  'approved rejected pending seats need',
  'type variables',
  'outcome',
  'type activityId elementId status at',
  'type flowId scopeId',
  'type activity',
  'id elementId kind scopeId status visit viaFlow causes startedAt dueAt endedAt group wayBack',
  'type workItem',
  'id activityId elementId candidates onBehalfOf seat parentSeatId seatOrder comment createdAt viewedAt dueAt endedAt urgedAt reason kind userId status',
  'type notice',
  'kind userIds workItemId elementId params',
  'elementName',
  'elementName comment',
  'type version',
  'instanceId status outcome next',
  'elementId elementName userIds',
  'event processId elementId at seconds',
  'event processId departmentId at',
  'event processId departmentId at outcome seconds',
  'type instance data',
  'id processId versionId applicantId departmentId title number businessKey status outcome version round variables approvals memo startedAt endedAt',
  'visits chosen acted',
  'formVersionId formRowId rev values',
  'type changes rev',
  'path before after',
  'amount currency',
  'start end',
  'status viewedAt',
  'status endedAt',
  'status userId',
  'type status outcome at',
  'type outcome at',
  'type token',
  'id elementId flowId scopeId causes carriedOver at',
  'type tokenIds',
  'type timer',
  'id activityId elementId kind dueAt',
  'type timerId fired',
  'type job',
  'type jobId change',
  'type jobId',
  'type incident',
  'type incidentId byUserId note at',
  'type round',
  'type title businessKey',
  'type reason',
  'rule via',
].map((keys) => keys.split(' ').filter(Boolean));
