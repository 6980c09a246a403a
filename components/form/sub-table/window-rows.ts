/** Which rows are drawn, and how much room the others above and below take. */
export type RowWindow = { first: number /** One past the last. */; end: number; above: number; below: number };

export type WindowInput = { count: number; heightOf(index: number): number; scrollTop: number; viewport: number; overscan: number };

/** The rows in view and some around them. */
export function windowRows({ count, heightOf, scrollTop, viewport, overscan }: WindowInput): RowWindow {
  const tops = [0];
  for (let index = 0; index < count; index += 1) tops.push((tops[index] ?? 0) + heightOf(index));
  const total = tops[count] ?? 0;
  const inView = (index: number) => (tops[index + 1] ?? 0) > scrollTop && (tops[index] ?? 0) < scrollTop + viewport;
  let first = 0;
  while (first < count - 1 && !inView(first) && (tops[first + 1] ?? 0) <= scrollTop) first += 1;
  let end = first;
  while (end < count && ((tops[end] ?? 0) < scrollTop + viewport || end === first)) end += 1;
  first = Math.max(0, first - overscan);
  end = Math.min(count, end + overscan);
  return { first, end, above: tops[first] ?? 0, below: total - (tops[end] ?? total) };
}
