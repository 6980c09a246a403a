/** What two texts share at their beginning and end, and what stands between: only that is marked. */
export type TextChange = { before: string; removed: string; added: string; after: string };

/** Null when so little is shared that the whole text counts as another one. */
export function textChange(was: string, is: string): TextChange | null {
  const [old, now] = [[...was], [...is]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if ((start + end) * 2 < most) return null;
  return {
    before: now.slice(0, start).join(''),
    removed: old.slice(start, old.length - end).join(''),
    added: now.slice(start, now.length - end).join(''),
    after: now.slice(now.length - end).join(''),
  };
}
