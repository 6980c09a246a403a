import type { FeelType } from '@/lib/expression/types';

/** Type of a name that expressions may use; plain JSON, stored in a compiled version. */
export type NameType = FeelType;

/** What rules need of a form's field; columns of a sub-table stand beside it with `parentKey`. */
export type FieldInfo = {
  id: string;
  key: string;
  type: string;
  multiple?: boolean;
  readonly?: boolean /** May be left empty. */;
  optional?: boolean;
  parentId?: string;
  /** Of a formula: ids of the fields whose values it shows, through other formulas too. */
  shows?: readonly string[];
};

/** What the model is checked against. `null` = not known here, so nothing is said about it. */
export type CheckContext = {
  /** The form's latest published version. */
  form: { names: Readonly<Record<string, NameType>>; fields: readonly FieldInfo[] } | null;
  /** Ids of connectors that may be called. */
  connectorIds: readonly string[] | null;
};
