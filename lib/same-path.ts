/** The path to return to after sign-in, when it lies on this site; anything else becomes the home page. */
export function samePath(target: string | null | undefined, base: string): string {
  if (!target || /[\u0000-\u0020\u007f\\]/.test(target)) return '/';
  const origin = new URL(base).origin;
  const isPath = target.startsWith('/') && !target.startsWith('//');
  if (!isPath && !target.startsWith(`${origin}/`)) return '/';
  if (!URL.canParse(target, origin)) return '/';
  const url = new URL(target, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
