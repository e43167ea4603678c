/**
 * What is between the members of a replica set: a door in front of each, by which the others and everybody else come. One member can be cut off from
 * the others, in silence as networks do it, while everybody else reaches it as before.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Member } from '../support/servers/replica-set.ts';

export interface BetweenMembers {
  reachedAt: (members: readonly Member[]) => Promise<readonly number[]>;
  /** Nothing that a member sends reaches it any more, and nothing that it sends reaches another. */
  cutOff: (member: Member) => void;
  join: () => void;
  stop: () => Promise<void>;
}

const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** Whether the process holds this end of a connection over loopback. Linux tells it of the processes of the same user. */
const holds = (pid: number, socket: string): boolean => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((name) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${name}`) === socket;
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
};

/** Which of the members has connected from `remote` to `local`. */
const comesFrom = (members: readonly Member[], remote: number, local: number): Member | undefined => {
  const line = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((each) => each.trim().split(/\s+/))
    .find(([, from = '', to = '']) => from.endsWith(`:${hex(remote)}`) && to.endsWith(`:${hex(local)}`));
  const inode = line?.[9];
  return members.find((member) => {
    const pid = member.pid();
    return pid !== undefined && inode !== undefined && holds(pid, `socket:[${inode}]`);
  });
};

interface Link {
  from: Member | undefined;
  to: Member;
  inside: Socket;
  outside: Socket;
}

export const betweenMembers = (): BetweenMembers => {
  const links = new Set<Link>();
  const doors: Server[] = [];
  let alone: Member | undefined;

  const isCut = ({ from, to }: Pick<Link, 'from' | 'to'>): boolean =>
    alone !== undefined && from !== undefined && from !== to && (from === alone || to === alone);
  const destroy = ({ inside, outside }: Link): void => {
    inside.destroy();
    outside.destroy();
  };
  /** Takes everything and gives nothing on. */
  const swallow = ({ inside, outside }: Link): void => {
    inside.unpipe(outside).resume();
    outside.unpipe(inside).resume();
  };

  const door = async (members: readonly Member[], to: Member): Promise<number> => {
    const server = createServer({ noDelay: true }, (inside) => {
      const from = comesFrom(members, inside.remotePort ?? 0, inside.localPort ?? 0);
      const outside = createConnection({ host: '127.0.0.1', port: to.port, noDelay: true });
      const link = { from, to, inside, outside };
      links.add(link);
      for (const socket of [inside, outside])
        socket
          .on('error', () => socket.destroy())
          .on('close', () => {
            links.delete(link);
            destroy(link);
          });
      if (isCut(link)) swallow(link);
      else inside.pipe(outside).pipe(inside);
    });
    doors.push(server);
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  };

  return {
    reachedAt: (members) => Promise.all(members.map((member) => door(members, member))),
    cutOff: (member) => {
      alone = member;
      for (const link of links) if (isCut(link)) swallow(link);
    },
    join: () => {
      const cut = [...links].filter(isCut);
      alone = undefined;
      cut.forEach(destroy);
    },
    stop: async () => {
      links.forEach(destroy);
      await Promise.all(doors.map((each) => new Promise((resolve) => each.close(resolve))));
    },
  };
};
