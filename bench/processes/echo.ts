/** The floor: bare Koa with koa-body, which reads a JSON body and gives it back. */
import Koa from 'koa';
import { HttpMethodEnum, koaBody } from 'koa-body';
import type { Ready } from './message.ts';

const app = new Koa();
app.use(koaBody({ jsonLimit: '1mb', parsedMethods: [HttpMethodEnum.PATCH] }));
app.use((ctx) => {
  ctx.body = ctx.request.body;
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The echo has no port');
  process.send?.({
    url: `http://127.0.0.1:${address.port}`,
    cookies: [],
    officers: [],
    administrator: '',
  } satisfies Ready);
});
process.on('disconnect', () => {
  server.close();
  server.closeAllConnections();
});
