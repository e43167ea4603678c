/** Headers that every answer carries, and the policy of pages. Source: OWASP Secure Headers; standards of the project. */
import type { Context, Next } from 'koa';
import type { Config } from '../../core/config.ts';

/** The Content-Security-Policy. `nonce` lets the styles of one page in; scripts come from files of the service only. */
export const contentSecurityPolicy = (https: boolean, nonce?: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

export const securityHeaders = (config: Config) => {
  const https = config.publicUrl.startsWith('https:');
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(https),
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
  return (ctx: Context, next: Next): Promise<void> => {
    ctx.set(headers);
    return next();
  };
};
