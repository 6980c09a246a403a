const NOTES = [
  'fellBackUp',
  'fellBackUser',
  'fellBackAdmin',
  'autoPassed',
  'applicantLeftOut',
  'applicantToManager',
  'repeatPassed',
  'carriedOver',
  'proxy',
  'toBeChosen',
] as const;

/** Why a seat is as it is, as the messages call it. */
export function noteName(kind: string): (typeof NOTES)[number] | 'other' {
  return NOTES.find((name) => name === kind) ?? 'other';
}
