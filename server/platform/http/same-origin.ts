/**
 * Refuses changes that another site made the browser send. A page of another site cannot add a header of its own without a
 * preflight, which is never answered; browsers also say where a request comes from, and where they do it must be here.
 */
import type { Context } from 'koa';
import { problem } from '../../core/errors.ts';

export const refuseOtherSites = (ctx: Context, publicOrigin: string): void => {
  if (ctx.get('X-Formwork') !== '1') throw problem('cross-site');
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '' && site !== 'same-origin') throw problem('cross-site');
  const origin = ctx.get('Origin');
  if (origin !== '' && origin !== publicOrigin && URL.parse(origin)?.host !== ctx.host) throw problem('cross-site');
};
