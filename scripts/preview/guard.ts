/** What every request to the preview passes before the portal: who may ask, and who may show an answer in a frame. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Events } from './events.ts';

/** The portal's pages forbid to be framed by anybody; here the preview's own page may. */
const allowOwnFrame = (response: ServerResponse): void => {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isPolicy = name.toLowerCase() === 'content-security-policy' && typeof value === 'string';
    if (isPolicy) return setHeader(name, value.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    return setHeader(name, name.toLowerCase() === 'x-frame-options' ? 'SAMEORIGIN' : value);
  };
};

/** A page elsewhere that has its own name resolve to this machine is not let in. */
const isLocal = ({ headers: { host = '' } }: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);

const savesAnswers = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'PATCH' && url.startsWith('/api/drafts/');

export const guard =
  (app: RequestListener, events: Events): RequestListener =>
  (request, response) => {
    if (!isLocal(request)) {
      response.writeHead(421).end();
      return;
    }
    allowOwnFrame(response);
    if (savesAnswers(request)) response.once('finish', () => events.tell('answered'));
    app(request, response);
  };
