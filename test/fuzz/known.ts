import { newId } from '@/lib/id';
import type { Known } from './arbitrary-input';
import { query } from '@/server/db/client';
import { encodeCursor } from '@/server/instance/cursor';
import { simpleModel, type WorkingCompany } from '../working-company';
import { filled, fields, schemaOf } from '../trip';

/** What a company has under each name of a field, so that inputs name things that are there. */
export async function knownIn(company: WorkingCompany): Promise<(path: string) => Known> {
  const ids = async (table: string) =>
    (await query<{ id: string }>({ text: `select id from portal.${table} order by id desc limit 12` })).rows.map((row) => row.id);
  const [users, departments, positions, roles, groups, forms, formVersions, processes, versions, items, incidents] = await Promise.all(
    [
      '"user"',
      'department',
      'position',
      'role',
      'work_group',
      'form',
      'form_version',
      'process',
      'process_version',
      'work_item',
      'incident',
    ].map(ids),
  );
  const instances = Object.values(company.requests);
  const byNoun: readonly [RegExp, readonly unknown[] | undefined][] = [
    [/department/i, departments],
    [/position/i, positions],
    [/role/i, roles],
    [/workGroup/i, groups],
    [/delegation/i, [company.delegationId]],
    [/Record|org\.(changes|usage)/, [departments, positions, roles, groups, users].map((list) => list?.[0])],
    [/^org\./, users],
    [/^form\./, forms],
    [/categor/i, [company.categoryId]],
    [/^process\./, [company.processId, company.of.processId]],
    [/^instance\./, instances],
    [/^connector\./, [company.connectorId]],
  ];
  const time = new Date().toISOString();
  const schema = schemaOf(Object.values(fields));
  const named: Readonly<Record<string, readonly unknown[] | undefined>> = {
    userId: users,
    toUserId: users,
    proxyId: users,
    headId: users,
    applicantId: users,
    userIds: users,
    ownerIds: [...(users ?? []), ...(departments ?? [])],
    departmentId: [company.of.departmentId, company.of.departmentId, ...(departments ?? [])],
    parentId: departments,
    beforeId: departments,
    positionId: positions,
    processId: [company.of.processId, company.of.processId, company.processId],
    processIds: processes,
    versionId: [company.of.versionId, company.of.versionId, ...(versions ?? [])],
    fromVersionId: versions,
    toVersionId: versions,
    formVersionId: formVersions,
    instanceId: instances,
    requestId: instances,
    workItemId: items,
    workItemIds: items,
    incidentId: incidents,
    categoryId: [company.categoryId, newId()],
    documentId: [company.documentId],
    documents: [[], []],
    draftId: [company.draftId],
    connectorId: [company.connectorId],
    rev: [0, 1, 1, 1, 1, 1, 2, 3],
    no: [1, 2, 2 ** 31],
    key: ['reason', 'lines', 'total', 'manager', 'check', 'business-trip', '__proto__'],
    elementId: ['tell', 'manager'],
    xml: [simpleModel, simpleModel.replace('name="a"', 'name="b"')],
    base64: [Buffer.from(simpleModel).toString('base64'), 'YQ=='],
    schema: [schema, { ...schema, sections: [] }],
    file: [{ kind: 'vermilion-form', formatVersion: 1, name: { zh: '表', en: '' }, schema }],
    values: [filled, { remark: 'x' }, { lines: [{ what: 'x', price: '1' }] }, { reason: { a: 1 }, companions: [newId()] }],
    chosen: [{}, {}, { manager: users }, { finance: [newId()] }],
    cursor: [
      encodeCursor([newId()]),
      encodeCursor([time, newId()]),
      encodeCursor([null, newId()]),
      encodeCursor(['0000-01-01T00:00:00Z', newId()]),
      encodeCursor(['9999-12-31T23:59:59.999Z', newId()]),
      'e30',
      newId(),
      2 ** 31,
      1,
    ],
  };
  return (path) => (name) => (name === 'id' ? byNoun.find(([noun]) => noun.test(path))?.[1] : named[name]) ?? [];
}
