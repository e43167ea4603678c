/**
 * The built pages. Files with a hash in their name are kept by browsers for ever; every other address that is not a file gets
 * index.html with a nonce of its own for styles. All files are read once and held in memory, compressed; when index.html is
 * built again they are read again.
 */
import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Middleware, Next } from 'koa';
import type { Config } from '../../core/config.ts';
import { encodingFor } from './packed.ts';
import { contentSecurityPolicy } from './security-headers.ts';

interface Asset {
  type: string;
  immutable: boolean;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

interface Site {
  builtAt: number;
  index: string;
  assets: Map<string, Asset>;
}

/** Stands in index.html wherever the page's nonce goes (Vite: `html.cspNonce`). */
export const noncePlaceholder = '__CSP_NONCE__';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.map', '.svg', '.txt', '.webmanifest']);
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const readAsset = async (file: string, path: string): Promise<Asset> => {
  const extension = extname(file);
  const plain = await readFile(file);
  const asset: Asset = {
    type: types[extension] ?? 'application/octet-stream',
    immutable: path.startsWith('/assets/'),
    plain,
  };
  if (!compressible.has(extension) || plain.length < 1024) return asset;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [br, gz] = await Promise.all([brotli(plain, { params }), zip(plain)]);
  return { ...asset, br, gzip: gz };
};

const readSite = async (folder: string): Promise<Site> => {
  const { mtimeMs } = await stat(join(folder, 'index.html'));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  const assets = new Map<string, Asset>();
  for (const file of files) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (path !== '/index.html') assets.set(path, await readAsset(file, path));
  }
  return { builtAt: mtimeMs, index: await readFile(join(folder, 'index.html'), 'utf8'), assets };
};

/** Addresses that are never a page: those of other things, and names of files. */
const notPages = /^\/(api|assets|validators|health|ready|problems)(\/|$)|\.[^/]*$/;

export const pages = (config: Config): Middleware => {
  const https = config.publicUrl.startsWith('https:');
  let site: Promise<Site> | undefined;

  const current = async (): Promise<Site | undefined> => {
    try {
      const built = site === undefined ? undefined : await site;
      const { mtimeMs } = await stat(join(config.rendererDir, 'index.html'));
      if (built === undefined || built.builtAt !== mtimeMs) site = readSite(config.rendererDir);
      return await site;
    } catch {
      // Not built, or being built just now; tried again at the next request.
      site = undefined;
      return undefined;
    }
  };

  const sendAsset = (ctx: Context, asset: Asset): void => {
    ctx.state['route'] = 'asset';
    ctx.set('Cache-Control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    ctx.vary('Accept-Encoding');
    const encoding = encodingFor(ctx.get('Accept-Encoding'));
    const packed = encoding === 'plain' ? undefined : asset[encoding];
    if (packed !== undefined) ctx.set('Content-Encoding', encoding);
    ctx.body = packed ?? asset.plain;
    ctx.type = asset.type;
  };

  const sendIndex = (ctx: Context, index: string): void => {
    ctx.state['route'] = 'page';
    const nonce = randomBytes(16).toString('base64');
    ctx.set('Content-Security-Policy', contentSecurityPolicy(https, nonce));
    ctx.body = index.replaceAll(noncePlaceholder, nonce);
    ctx.type = 'text/html; charset=utf-8';
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    const reads = ctx.method === 'GET' || ctx.method === 'HEAD';
    const now = reads ? await current() : undefined;
    const asset = now?.assets.get(ctx.path);
    if (asset !== undefined) sendAsset(ctx, asset);
    else if (now === undefined || notPages.test(ctx.path)) await next();
    else sendIndex(ctx, now.index);
  };
};
