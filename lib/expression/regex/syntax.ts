/** Whether a pattern's character matches a code point. */
export type CharTest = (point: number) => boolean;

export type Regex =
  | { kind: 'char'; test: CharTest }
  | { kind: 'assert'; where: 'start' | 'end' | 'lineStart' | 'lineEnd' | 'boundary' | 'notBoundary' }
  | { kind: 'group'; index: number | null; inner: Regex }
  | { kind: 'sequence'; items: readonly Regex[] }
  | { kind: 'either'; options: readonly Regex[] }
  | { kind: 'repeat'; inner: Regex; min: number; max: number; greedy: boolean };

export type Flags = { dotAll: boolean; multiline: boolean; ignoreCase: boolean; extended: boolean };

/** XPath's flags; null when one is unknown. */
export function readFlags(text: string): Flags | null {
  if (!/^[smix]*$/.test(text)) return null;
  return { dotAll: text.includes('s'), multiline: text.includes('m'), ignoreCase: text.includes('i'), extended: text.includes('x') };
}
