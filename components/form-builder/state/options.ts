import type { Field } from '@/forms/schema/schema';

export type Option = Extract<Field, { type: 'select' }>['options'][number];

/** A new choice; its id is one that no choice of this field has had. */
export function newOption(options: readonly Option[], label: Option['label'] = { zh: '', en: '' }): Option {
  const taken = new Set(options.map((option) => option.id));
  for (;;) {
    // By chance and not by counting: the number of a choice that went may be in stored requests.
    const id = `o${[...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`;
    if (!taken.has(id)) return { id, label };
  }
}

/** Takes a choice away; one that was published stays as retired, and comes back by a click. */
export function removeOption(options: readonly Option[], id: string, published: ReadonlySet<string>): Option[] {
  return published.has(id)
    ? options.map((option) => (option.id === id ? { ...option, retired: true } : option))
    : options.filter((option) => option.id !== id);
}

/**
 * Lines pasted into a choice's label: the first takes that choice, the others become choices behind it; a tab separates Chinese and
 * English. Null when it is a single line, which is pasted as text.
 */
export function pasteOptions(
  options: readonly Option[],
  { index, locale, text }: { index: number; locale: 'zh' | 'en'; text: string },
): Option[] | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 && !text.includes('\t')) return null;
  const labels = lines.map((line): Option['label'] => {
    const [first = '', second] = line.split('\t').map((part) => part.trim().slice(0, 200));
    if (second !== undefined) return { zh: first, en: second };
    return locale === 'zh' ? { zh: first, en: '' } : { zh: '', en: first };
  });
  const [own, ...rest] = labels;
  const current = options[index];
  if (!own || !current) return null;
  const result: Option[] = [...options.slice(0, index), { ...current, label: own }];
  for (const label of rest) result.push(newOption([...options, ...result], label));
  return [...result, ...options.slice(index + 1)].slice(0, 500);
}
