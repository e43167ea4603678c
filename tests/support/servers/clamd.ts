/**
 * ClamAV's own scanner for tests: `clamd` of the machine (Debian's `clamav-daemon`), with one signature of its own, for the EICAR text, so
 * that nothing is downloaded.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScanner } from '../../../server/platform/attachments/scan.ts';
import { freePort } from './free-port.ts';

export const hasClamd = (): boolean => spawnSync('clamd', ['--version']).status === 0;

export interface Clamd {
  url: string;
  /** Resolves when it answers. */
  start: () => Promise<void>;
  /** Ends it at once, as when its machine is lost. */
  kill: () => Promise<void>;
  /** Ends it and takes its folder away. */
  stop: () => Promise<void>;
}

export interface ClamdOptions {
  /** Bytes of a file beyond which it gives up. */
  streamMaxLength: number;
}

const eicar = Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE').toString('hex');

export const createClamd = async ({ streamMaxLength }: ClamdOptions): Promise<Clamd> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-clamd-'));
  const port = await freePort();
  const url = `tcp://127.0.0.1:${port}`;
  const signatures = join(folder, 'signatures');
  mkdirSync(signatures);
  writeFileSync(join(signatures, 'own.ndb'), `Own.Eicar:0:*:${eicar}\n`);
  const settings = {
    DatabaseDirectory: signatures,
    TCPSocket: port,
    TCPAddr: '127.0.0.1',
    StreamMaxLength: streamMaxLength,
    TemporaryDirectory: folder,
    Foreground: 'yes',
    MaxThreads: 2,
  };
  const config = join(folder, 'clamd.conf');
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  let process: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const running = process;
    process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    start: async () => {
      process = spawn('clamd', ['--config-file', config], { stdio: 'ignore' });
      const started = process;
      const scanner = createScanner({ url });
      while (!(await scanner.answers())) {
        if (started.exitCode !== null) throw new Error(`clamd ended with ${started.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    kill,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
