type Numbered = { id: string; no: number };

/** Which version is before and which after, whichever of the two was looked at: changes are read from the older to the newer; the draft (null) is the newest. */
export function oldestFirst(
  version: Numbered,
  otherId: string | null,
  versions: readonly Numbered[],
): { fromVersionId: string; toVersionId: string | null } {
  const other = versions.find(({ id }) => id === otherId);
  return other && other.no < version.no
    ? { fromVersionId: other.id, toVersionId: version.id }
    : { fromVersionId: version.id, toVersionId: otherId };
}
