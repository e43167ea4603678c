/** A door in front of a server that can be shut: what goes through is cut off, and nobody comes in until it is opened again. */
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpGate {
  port: number;
  /** `refused`: as when nothing listens. `silent`: as when the network takes everything and gives nothing back. */
  shut: (how: 'refused' | 'silent') => void;
  open: () => void;
  stop: () => Promise<void>;
}

export const tcpGate = async (to: { host: string; port: number }): Promise<TcpGate> => {
  let state: 'open' | 'refused' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const hold = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((inside) => {
    hold(inside);
    if (state === 'refused') return void inside.resetAndDestroy();
    if (state === 'silent') return void inside.resume();
    const outside = hold(createConnection(to));
    inside.pipe(outside).pipe(inside);
    inside.on('close', () => outside.destroy());
    outside.on('close', () => inside.destroy());
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  const cut = (): void => sockets.forEach((socket) => void socket.resetAndDestroy());
  return {
    port,
    shut: (how) => {
      state = how;
      cut();
    },
    open: () => {
      state = 'open';
      cut();
    },
    stop: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
