'use client';
import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { LOCALE_COOKIE, RAIL_COOKIE, THEME_COOKIE } from '@/lib/preferences';
import type { Locale } from '@/lib/json';

const YEAR = 31_536_000;

export function rememberLocale(locale: Locale): void {
  writeCookie(LOCALE_COOKIE, locale);
}

export function rememberRail(slim: boolean): void {
  writeCookie(RAIL_COOKIE, slim ? 'slim' : 'full');
}

export function rememberTheme(theme: string): void {
  writeCookie(THEME_COOKIE, theme);
}

/** The colour scheme lives in a cookie, so that the server's first byte already has it. */
export function cookieColorScheme(): MantineColorSchemeManager {
  return {
    get: (fallback) => {
      const value = readCookie(THEME_COOKIE);
      return isMantineColorScheme(value) ? value : fallback;
    },
    set: rememberTheme,
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => rememberTheme('auto'),
  };
}

function readCookie(name: string): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

function writeCookie(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}
