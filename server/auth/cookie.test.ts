import { afterEach, describe, expect, it } from 'vitest';
import { localeOf } from '../i18n/locale';
import { readCookie, sessionCookie } from './cookie';

afterEach(() => {
  delete process.env.NEXTAUTH_URL;
});

describe('the session cookie', () => {
  it('is bound to this host and to https wherever the portal has https', () => {
    process.env.NEXTAUTH_URL = 'https://flow.example.com';
    expect(sessionCookie()).toEqual({ name: '__Host-vm-session', options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true } });
    process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000';
    expect(sessionCookie()).toMatchObject({ name: 'vm-session', options: { httpOnly: true, secure: false } });
  });

  it('is found by its whole name, and rubbish is no cookie', () => {
    const headers = new Headers({ cookie: 'xvm-session=no; vm-session=a%3Db; broken=%E0%A4%A; vm-session-2=no' });
    expect(readCookie(headers, 'vm-session')).toBe('a=b');
    expect(readCookie(headers, 'broken')).toBeNull();
    expect(readCookie(headers, 'missing')).toBeNull();
  });
});

describe('the language of a request', () => {
  const headers = (cookie: string, accepted: string) => new Headers({ cookie, 'accept-language': accepted });

  it('is the one chosen in this browser, then the person’s own, then the first that both speak', () => {
    expect(localeOf(headers('vm-locale=en', 'zh-CN'), 'zh')).toBe('en');
    expect(localeOf(headers('', 'zh-CN'), 'en')).toBe('en');
    expect(localeOf(headers('', 'fr-FR, en;q=0.8, zh;q=0.4'), null)).toBe('en');
    expect(localeOf(headers('', 'de, zh-TW;q=0.9, en;q=0.8'), null)).toBe('zh');
    expect(localeOf(headers('vm-locale=xx', 'fr'), null)).toBe('zh');
  });
});
