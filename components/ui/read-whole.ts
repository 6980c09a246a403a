/** What stands in a field for a whole number: the number, undefined when it is empty, `out` while it is none or beyond the limits. */
export function readWhole(typed: string | number, min: number, max: number): number | undefined | 'out' {
  if (typed === '') return undefined;
  const number = Number(typed);
  return Number.isInteger(number) && number >= min && number <= max ? number : 'out';
}
