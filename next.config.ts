import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'X-DNS-Prefetch-Control', value: 'off' },
];

/** Answers that are no pages may load nothing and be framed by nobody; pages get theirs, with a nonce, from proxy.ts. */
const apiPolicy = { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" };

/** What people have uploaded gets no origin of ours either, should a browser ever show it as a page. */
const filePolicy = { key: 'Content-Security-Policy', value: `${apiPolicy.value}; sandbox` };

const config: NextConfig = {
  distDir: process.env.VERMILION_DIST ?? '.next',
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // The optimizer fetches and decodes what a request names; the portal has no use for it.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'nodemailer', 'pino', '@cj-tech-master/excelts'],
  experimental: {
    agentUpgrade: false,
    // Half the memory on a machine that builds once; developers keep the cache.
    turbopackFileSystemCacheForBuild: process.env.CI === undefined,
  },
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: everywhere },
      { source: '/api/:path*', headers: [apiPolicy] },
      { source: '/api/documents/:path*', headers: [filePolicy] },
    ]),
};

export default withNextIntl(config);
