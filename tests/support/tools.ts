import { spawnSync } from 'node:child_process';

/** Whether a program is on this machine; tests that need one it lacks are skipped under its name. */
export const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** What a program prints; throws with its complaint. */
export const run = (program: string, args: string[]): string => {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`${program}: ${done.stdout}${done.stderr}`);
  return done.stdout;
};
