import { describe, expect, it } from 'vitest';
import { samePath } from './same-path';

const BASE = 'https://flow.example.com';

describe('the way back after sign-in', () => {
  it.each([
    '//evil.com',
    '/\\evil.com',
    '\\\\evil.com',
    '/%09/evil.com'.replace('%09', '\t'),
    'https:evil.com',
    'https://evil.com/x',
    'javascript:alert(1)',
    'https://flow.example.com.evil.com/',
    'https://flow.example.com@evil.com/',
    ' /inbox',
    '',
    'inbox',
    '/..//evil.com',
  ])('never leads to another site: %j', (target) => {
    expect(samePath(target, BASE)).toBe('/');
  });

  it('keeps a path of this site, with its query and fragment', () => {
    expect(samePath('/requests/1?tab=form#lines', BASE)).toBe('/requests/1?tab=form#lines');
    expect(samePath('https://flow.example.com/inbox', BASE)).toBe('/inbox');
    expect(samePath('/%09/evil.com', BASE)).toBe('/%09/evil.com');
  });
});
