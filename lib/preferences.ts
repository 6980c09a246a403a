/** What the browser remembers of its reader, so that the first byte is in the right language and colours. */
export const LOCALE_COOKIE = 'vm-locale';
export const THEME_COOKIE = 'vm-theme';
export const RAIL_COOKIE = 'vm-rail';

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
