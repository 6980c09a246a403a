/** What the first number of a day looks like under a numbering rule. */
export function exampleNumber(rule: string, day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(day.getFullYear());
  return rule
    .replaceAll('{yyyy}', year)
    .replaceAll('{yy}', year.slice(-2))
    .replaceAll('{mm}', two(day.getMonth() + 1))
    .replaceAll('{dd}', two(day.getDate()))
    .replace(/\{seq:(\d{1,2})\}/g, (_slot, digits: string) => '1'.padStart(Number(digits), '0'));
}
