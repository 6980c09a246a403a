import type { Field, FormSchema } from '@/forms/schema/schema';
import { allFields as everyField } from '@/forms/schema/walk';
import type { LocalText } from '@/lib/json';
import { findNode, keysAt } from './locate';
import { stockLabel } from './new-field';
import { freeKey, updateNode } from './operations';
import { renameKey } from './rename-key';

/** A key as a label suggests it: letters, digits and `_`, no digit first. */
export function keyFor(label: LocalText): string {
  return (label.zh.trim() || label.en.trim())
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]/gu, '')
    .replace(/^\p{N}+/u, '')
    .slice(0, 60);
}

/**
 * Names a field anew. While nobody has used it, its key follows its label, formulas and all; once it is published the key stays,
 * since processes, exports and other systems know the field by it.
 */
export function relabel(
  schema: FormSchema,
  { id, key, type, label: old }: Field,
  { label: wished, published }: { label: LocalText; published: boolean },
): FormSchema {
  const label = published ? wished : withoutStock(wished, old, stockLabel(type));
  const next = updateNode(schema, id, { label });
  const wanted = keyFor(label);
  if (published || wanted === '' || stem(key) !== stem(keyFor(old))) return next;
  const place = findNode(schema, id)?.place;
  const taken = keysAt(schema, place?.subTableId ?? null);
  taken.delete(key);
  return renameKey(next, id, freeKey(wanted, taken)) ?? next;
}

export function isPublished(live: FormSchema | null, fieldId: string): boolean {
  return live !== null && everyField(live).some(({ field }) => field.id === fieldId);
}

// helpers //////////////////////

/** A field that is named in one language does not keep the name it came with in the other. */
function withoutStock(wished: LocalText, old: LocalText, stock: LocalText): LocalText {
  if (old.zh !== stock.zh || old.en !== stock.en) return wished;
  if (wished.zh !== old.zh) return { ...wished, en: '' };
  return wished.en === old.en ? wished : { ...wished, zh: '' };
}

/** Without the number that made it free. */
function stem(key: string): string {
  return key.replace(/\d+$/, '');
}
