/** Several server processes of one installation. */
import type { Installation } from './installation.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';

export const startServers = async (home: Installation, count: number): Promise<ServerProcess[]> => {
  const env = { ...home.env, FORMWORK_TRUST_PROXY: '1', FORMWORK_PUBLIC_URL: 'http://localhost:1' };
  const servers = await Promise.all(Array.from({ length: count }, () => serverProcess({ env })));
  // One after the other: the first makes what all stand on.
  for (const server of servers) await server.start();
  return servers;
};
