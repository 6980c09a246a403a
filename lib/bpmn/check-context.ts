/** JSON form of an expression's type: `number`, `string`, … or a list or context of such. */
export type NameType = string | { list: NameType } | { context: Readonly<Record<string, NameType>> };

/** What rules need of a form's field; columns of a sub-table stand beside it with `parentKey`. */
export type FieldInfo = { id: string; key: string; type: string; multiple?: boolean; readonly?: boolean; parentId?: string };

/** What the model is checked against. `null` = not known here, so nothing is said about it. */
export type CheckContext = {
  /** The form's latest published version. */
  form: { names: Readonly<Record<string, NameType>>; fields: readonly FieldInfo[] } | null;
  /** Ids of connectors that may be called. */
  connectorIds: readonly string[] | null;
  /** Whether what is only needed to run counts as an error (publishing) or is left for later (a fresh draft is never blamed for being empty). */
  strict: boolean;
};
