import { describe, expect, it } from 'vitest';
import { assertSecrets } from './assert-secrets';

const good = { NODE_ENV: 'production', NEXTAUTH_SECRET: 'q7Zk3mX9vB1tR5wY8sD2fG6hJ4lP0nC-', NEXTAUTH_URL: 'https://flow.example.com' };

describe('the start in production', () => {
  it.each([undefined, '', 'secret', 'x'.repeat(64), 'abababababababababababababababababab'])('is refused with the secret %s', (secret) => {
    expect(() => assertSecrets({ ...good, NEXTAUTH_SECRET: secret })).toThrow('NEXTAUTH_SECRET');
  });

  it('is refused without the address of the portal', () => {
    expect(() => assertSecrets({ ...good, NEXTAUTH_URL: 'flow.example.com/' })).toThrow('NEXTAUTH_URL');
  });

  it('goes on with a random secret, and anywhere else without one', () => {
    expect(() => assertSecrets(good)).not.toThrow();
    expect(() => assertSecrets({ NODE_ENV: 'development' })).not.toThrow();
  });
});
