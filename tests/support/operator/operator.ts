/** An operator who types the commands of the documents, on a machine of which nothing is there but an empty folder. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { opsIn } from './documents.ts';
import { inPrefix } from './units.ts';

const checkout = join(import.meta.dirname, '../../..');
const standIns = ['systemctl', 'systemd-run', 'docker', 'git', 'npm', 'npx', 'install', 'useradd', 'chown'];

export interface Operator {
  prefix: string;
  /** Runs blocks of commands as they stand in one shell, which begins in `folder`. Gives what they printed. Rejects when one fails. */
  play: (blocks: readonly string[], folder?: string) => Promise<string>;
  /** What the services have logged. */
  logs: () => string;
  /** Ends what runs, and removes everything. */
  leave: () => Promise<void>;
}

export interface OperatorOptions {
  way: 'systemd' | 'compose';
  /** What an operator puts in the place of the documents' examples: addresses and ports of their own. */
  own: Record<string, string>;
  /** Ports by the name of the service. */
  ports: Record<string, number>;
  /** Folder of the built pages. */
  pages: string;
}

export const operator = ({ way, own, ports, pages }: OperatorOptions): Operator => {
  const prefix = mkdtempSync(join(tmpdir(), 'formwork-operator-'));
  const programs = join(prefix, 'stand-ins');
  for (const folder of [
    'etc/systemd/system',
    'opt',
    'var/lib',
    'var/backups',
    'usr/bin',
    'usr/local/sbin',
    'stand-ins',
    'run',
  ])
    mkdirSync(join(prefix, folder), { recursive: true });
  symlinkSync(process.execPath, join(prefix, 'usr/bin/node'));
  const program = join(import.meta.dirname, 'stand-in.ts');
  for (const name of standIns) {
    writeFileSync(join(programs, name), `#!/bin/sh\nexec "${process.execPath}" "${program}" ${name} "$@"\n`);
    chmodSync(join(programs, name), 0o755);
  }
  const env = {
    PATH: [programs, join(prefix, 'usr/local/sbin'), join(prefix, 'usr/bin'), process.env['PATH']].join(':'),
    TMPDIR: tmpdir(),
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(checkout, 'node_modules/.cache/compiled'),
    OPERATOR_PREFIX: prefix,
    OPERATOR_CHECKOUT: checkout,
    OPERATOR_PAGES: pages,
    ...Object.fromEntries(
      Object.entries(ports).map(([name, port]) => [`OPERATOR_PORT_${name.replace('-', '_')}`, String(port)]),
    ),
  };
  const here = (block: string): string => {
    const asked = block.replaceAll('npm run ops --', opsIn(way));
    return inPrefix(
      prefix,
      Object.entries(own).reduce((text, [from, to]) => text.replaceAll(from, to), asked),
    );
  };
  const services = (suffix: string): string[] =>
    readdirSync(join(prefix, 'run')).filter((name) => name.endsWith(suffix));
  const logs = (): string =>
    services('.log')
      .map((name) => readFileSync(join(prefix, 'run', name), 'utf8'))
      .join('\n');

  return {
    prefix,
    logs,
    play: async (blocks, folder = prefix) => {
      const script = here(blocks.join('\n'));
      try {
        const { stdout, stderr } = await promisify(execFile)('sh', ['-euc', script], { cwd: folder, env });
        return stdout + stderr;
      } catch (error) {
        throw new Error(`These commands failed:\n${script}\n${String(error)}\n${logs().slice(-4000)}`, {
          cause: error,
        });
      }
    },
    leave: async () => {
      const stopping = services('.pid').map((name) => name.replace('.pid', ''));
      for (const name of stopping) {
        const args = way === 'systemd' ? ['systemctl', 'stop', name] : ['docker', 'compose', 'stop', name];
        await promisify(execFile)(process.execPath, [program, ...args], { env });
      }
      rmSync(prefix, { recursive: true, force: true });
    },
  };
};
