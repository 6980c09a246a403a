/** What a badge has room for; the counts themselves end at a hundred. */
export function badgeText(count: number): string {
  return count >= 100 ? '99+' : String(count);
}
