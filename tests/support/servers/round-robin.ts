/** A small reverse proxy: to one server after the other, and to the next one only while nothing of a request has been sent. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
  url: string;
  stop: () => Promise<void>;
}

export const roundRobin = async (backends: readonly string[]): Promise<RoundRobin> => {
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

  const server = createServer((incoming, outgoing) => pass(incoming, outgoing, backends.length));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
