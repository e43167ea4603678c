/** A small reverse proxy: to one server after the other, and to the next one only while nothing of a request has been sent. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
  url: string;
  stop: () => Promise<void>;
}

/** `tls`: certificate and key with which it ends TLS. */
export const roundRobin = async (
  backends: readonly string[],
  tls?: { cert: string; key: string },
): Promise<RoundRobin> => {
  let turn = 0;

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, left: number): void => {
    const to = new URL(incoming.url ?? '/', backends[turn % backends.length]);
    turn += 1;
    let connected = false;
    const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
    const forward = request(to, { method: incoming.method, headers, agent: false });
    forward.once('socket', (socket) =>
      socket.once('connect', () => {
        connected = true;
        incoming.pipe(forward);
      }),
    );
    forward.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.once('error', () => outgoing.destroy());
    });
    forward.once('error', () => {
      if (!connected && left > 1) {
        pass(incoming, outgoing, left - 1);
        return;
      }
      if (outgoing.headersSent) {
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(502).end();
    });
  };

  const take = (incoming: IncomingMessage, outgoing: ServerResponse): void => pass(incoming, outgoing, backends.length);
  const server = tls === undefined ? createServer(take) : createSecureServer(tls, take);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
