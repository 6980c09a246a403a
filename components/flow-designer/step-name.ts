export type NamelessKind = 'activity' | 'event' | 'gateway' | 'flow';

/** Ids that the canvas gives: nothing that a reader knows an element by. */
const GIVEN = /^(Activity|Event|Gateway|Flow)_[0-9a-z]{7}$/;

/** A name as it stands in a sentence: an element, or a flow by its two ends, whose id stands for a name that it lacks gets words. */
export function stepName(name: string, word: (kind: NamelessKind) => string): string {
  return name
    .split(' → ')
    .map((part) => {
      const kind = GIVEN.exec(part)?.[1];
      return kind ? word(kind.toLowerCase() as NamelessKind) : part;
    })
    .join(' → ');
}
