import type { z } from 'zod';
import type { Json } from '@/lib/json';
import { fieldTypes } from '../../fields/registry';
import {
  type FormNode,
  type FormSchema,
  descriptionSchema,
  dividerSchema,
  formSchemaSchema,
  scalarFieldSchema,
  sectionSchema,
  subTableSchema,
} from '../schema';
import { type FormProblem, type FormErrorCode, problem } from './problem';

const MAX_DEPTH = 20;
const MAX_TEXT = 5_000_000;
const nodeTypes = new Set<string>([...fieldTypes, 'divider', 'description']);

type Object_ = { [key: string]: Json };
type Where = { path: string; fieldId: string | null };

/** Reads what somebody sent as a form. Its parts are read by their own types, so that a problem names its place and not the whole. */
export function readShape(input: unknown): { ok: true; schema: FormSchema } | { ok: false; problems: FormProblem[] } {
  const root: Where = { path: '', fieldId: null };
  const depth = tooDeep(input);
  if (depth) return { ok: false, problems: [problem(depth, root)] };
  if (JSON.stringify(input)?.length > MAX_TEXT)
    return { ok: false, problems: [problem('FORM_LIMIT', root, { reason: 'size', max: MAX_TEXT })] };
  const problems =
    isObject(input) && Array.isArray(input.sections)
      ? input.sections.flatMap((section, index) => sectionProblems(section, `sections[${index}]`))
      : [];
  if (problems.length > 0) return { ok: false, problems };
  const parsed = formSchemaSchema.safeParse(input);
  return parsed.success
    ? { ok: true, schema: parsed.data }
    : { ok: false, problems: parsed.error.issues.map((issue) => translate(issue, input, root)) };
}

// helpers //////////////////////

function sectionProblems(section: Json, path: string): FormProblem[] {
  if (!isObject(section)) return [];
  const where: Where = { path, fieldId: idOf(section) };
  const children = Array.isArray(section.children) ? section.children : [];
  const own = sectionSchema.safeParse({ ...section, children: [] }).error?.issues ?? [];
  return [
    ...own.map((issue) => translate(issue, section, where)),
    ...(children.length > 300 ? [problem('FORM_LIMIT', where, { reason: 'fields', max: 300 })] : []),
    ...children.flatMap((child, index) => childProblems(child, `${path}.children[${index}]`, [section.id ?? null])),
  ];
}

function childProblems(child: Json, path: string, ancestors: readonly Json[]): FormProblem[] {
  const where: Where = { path, fieldId: isObject(child) ? idOf(child) : null };
  if (!isObject(child)) return [problem('FORM_SCHEMA_INVALID', where)];
  if (ancestors.includes(child.id ?? '')) return [problem('FORM_CYCLE', where)];
  const type = typeof child.type === 'string' ? child.type : '';
  if (!nodeTypes.has(type)) return [problem('FORM_TYPE_UNKNOWN', where, { type: type.slice(0, 60) })];
  if (type !== 'subTable') return (schemaFor(type).safeParse(child).error?.issues ?? []).map((issue) => translate(issue, child, where));
  const columns = Array.isArray(child.columns) ? child.columns : [];
  const shallow = { ...child, columns: columns.slice(0, 60).filter((column) => scalarFieldSchema.safeParse(column).success) };
  const own =
    subTableSchema.safeParse(columns.length > 0 && shallow.columns.length === 0 ? { ...child, columns: [placeholder] } : shallow).error
      ?.issues ?? [];
  return [
    ...own.map((issue) => translate(issue, child, where)),
    ...(columns.length > 60 ? [problem('FORM_LIMIT', where, { reason: 'columns', max: 60 })] : []),
    ...columns.flatMap((column, index) => columnProblems(column, `${path}.columns[${index}]`)),
  ];
}

/** Stands for columns that have problems of their own while their table's own shape is read. */
const placeholder = { id: 'bbbbbbbbbb', key: 'x', label: { zh: '', en: '' }, span: 12, type: 'switch' };

function columnProblems(column: Json, path: string): FormProblem[] {
  const where: Where = { path, fieldId: isObject(column) ? idOf(column) : null };
  if (!isObject(column)) return [problem('FORM_SCHEMA_INVALID', where)];
  const type = typeof column.type === 'string' ? column.type : '';
  if (!nodeTypes.has(type) || type === 'subTable' || type === 'divider' || type === 'description') {
    return [problem(type === 'subTable' ? 'FORM_TOO_DEEP' : 'FORM_TYPE_UNKNOWN', where, { type: type.slice(0, 60) })];
  }
  return (scalarFieldSchema.safeParse(column).error?.issues ?? []).map((issue) => translate(issue, column, where));
}

function schemaFor(type: string): z.ZodType<FormNode> {
  if (type === 'divider') return dividerSchema;
  return type === 'description' ? descriptionSchema : scalarFieldSchema;
}

/** What zod found, in the codes that an author reads. */
function translate(issue: z.core.$ZodIssue, input: unknown, where: Where): FormProblem {
  const at = {
    ...where,
    path: [where.path, ...issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part)))]
      .filter(Boolean)
      .join('.')
      .replaceAll('.[', '[')
      .slice(0, 200),
  };
  const last = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  return problem(
    codeOf(
      issue,
      last,
      issue.path.reduce<unknown>(
        (value, part) => (Array.isArray(value) ? value[Number(part)] : isObject(value) ? value[String(part)] : undefined),
        input,
      ),
    ),
    at,
    { part: last.slice(0, 60) },
  );
}

function codeOf(issue: z.core.$ZodIssue, last: string, value: unknown): FormErrorCode {
  const isText = typeof value === 'string' || Array.isArray(value);
  if (issue.code === 'too_big' && isText) return 'FORM_LIMIT';
  if (last === 'key' || last === 'id')
    return typeof value === 'string' && last === 'key' && value.length > 100 ? 'FORM_LIMIT' : 'FORM_KEY_INVALID';
  if (issue.code === 'too_big' || issue.code === 'too_small' || last === 'min' || last === 'max')
    return value === undefined || isText
      ? last === 'options' || last === 'columns' || last === 'sections'
        ? 'FORM_EMPTY'
        : 'FORM_SCHEMA_INVALID'
      : 'FORM_RANGE';
  return 'FORM_SCHEMA_INVALID';
}

/** A form is five levels deep; what is deeper than a form can be, or goes round in a circle, is not looked at. */
function tooDeep(input: unknown): 'FORM_TOO_DEEP' | 'FORM_CYCLE' | null {
  const path = new Set<unknown>();
  const visit = (value: unknown): 'FORM_TOO_DEEP' | 'FORM_CYCLE' | null => {
    if (typeof value !== 'object' || value === null) return null;
    if (path.has(value)) return 'FORM_CYCLE';
    if (path.size >= MAX_DEPTH) return 'FORM_TOO_DEEP';
    path.add(value);
    for (const item of Object.values(value)) {
      const found = visit(item);
      if (found) return found;
    }
    path.delete(value);
    return null;
  };
  return visit(input);
}

function isObject(value: unknown): value is Object_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(node: Object_): string | null {
  return typeof node.id === 'string' ? node.id.slice(0, 40) : null;
}
