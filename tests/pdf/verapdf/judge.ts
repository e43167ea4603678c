/** What veraPDF, the validator of the PDF Association, finds wrong with files. It needs a JDK and Maven, which fetches it once for a checkout. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { has } from '../../support/tools.ts';

/** PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), by veraPDF's names. */
export type Flavour = 'ua1' | '2a';

const cache = join(import.meta.dirname, '../../../node_modules/.cache/verapdf-1.28.2');
const classPath = join(cache, 'classpath.txt');

const fetched = (): string => {
  if (!existsSync(classPath)) {
    mkdirSync(cache, { recursive: true });
    const made = join(cache, `${process.pid}.txt`);
    const pom = join(import.meta.dirname, 'pom.xml');
    const options = ['-q', '-B', '-f', pom, `-Dmdep.outputFile=${made}`, `-Dmaven.repo.local=${join(cache, 'maven')}`];
    execFileSync('mvn', [...options, 'dependency:build-classpath'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 300_000,
    });
    renameSync(made, classPath);
  }
  return readFileSync(classPath, 'utf8').trim();
};

/** Whether it runs on this machine and can be had; fetches it when it is not there yet. */
export const hasVerapdf = (): boolean => {
  if (!has('java') || !(existsSync(classPath) || has('mvn'))) return false;
  try {
    return fetched() !== '';
  } catch (error) {
    console.warn(`veraPDF could not be fetched: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
};

/** For each file and flavour that does not keep its standard: `<flavour> <file>: <rules that it breaks>`. Throws when a file was not judged. */
export const brokenRules = (files: string[], flavours: Flavour[]): string[] => {
  const program = join(import.meta.dirname, 'Judge.java');
  const { status, stdout, stderr } = spawnSync('java', ['-cp', fetched(), program, ...flavours], {
    input: files.map((file) => `${file}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const judged = stdout
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, file]) => file !== undefined && files.includes(file));
  if (status !== 0 || judged.length !== files.length * flavours.length)
    throw new Error(`veraPDF judged ${judged.length} of ${files.length * flavours.length}: ${stderr.slice(-2000)}`);
  return judged.filter(([, , found]) => found !== 'ok').map(([flavour, file, found]) => `${flavour} ${file}: ${found}`);
};
