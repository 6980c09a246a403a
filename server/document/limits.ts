/** What one file may weigh; a form field or a document type may ask for less. */
export function maxFileBytes(): number {
  const megabytes = Number(process.env.VERMILION_MAX_FILE_MB ?? '');
  return (megabytes > 0 && megabytes <= 200 ? megabytes : 50) * 1024 * 1024;
}

/** How many files one person may have lying about that belong to no request yet. */
export const MAX_UNBOUND = 100;
/** Larger pictures are decoded by nobody's browser without harm. */
export const MAX_PIXELS = 60_000_000;
