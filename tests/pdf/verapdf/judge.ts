/** What veraPDF, the validator of the PDF Association, finds wrong with files. It needs a JDK and Maven, which fetches it once for a checkout. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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

export interface Judge {
  /** For each file and flavour that does not keep its standard: `<flavour> <file>: <rules that it breaks>`. Throws when a file was not judged. */
  brokenRules: (files: string[]) => Promise<string[]>;
  close: () => void;
}

/** Starts veraPDF once for all files that are asked about, which is most of what judging takes. */
export const startJudge = (flavours: Flavour[]): Judge => {
  const java = spawn('java', [
    '-XX:+UseSerialGC',
    '-cp',
    fetched(),
    join(import.meta.dirname, 'Judge.java'),
    ...flavours,
  ]);
  let complaints = '';
  java.stderr.on('data', (part: Buffer) => (complaints = `${complaints}${part.toString()}`.slice(-2000)));
  const lines = createInterface({ input: java.stdout })[Symbol.asyncIterator]();

  /** Its lines come in the order in which files were named. */
  const nextLine = async (): Promise<string[]> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`veraPDF ended: ${complaints}`);
    return value.split('\t');
  };

  let last: Promise<unknown> = Promise.resolve();
  const judge = async (files: string[]): Promise<string[]> => {
    java.stdin.write(files.map((file) => `${file}\n`).join(''));
    const broken: string[] = [];
    for (const asked of files.flatMap((file) => flavours.map((flavour) => ({ file, flavour })))) {
      const [flavour, file, found = ''] = await nextLine();
      if (file !== asked.file || flavour !== asked.flavour)
        throw new Error(`veraPDF judged ${file} and not ${asked.file}: ${complaints}`);
      if (found !== 'ok') broken.push(`${flavour} ${file}: ${found}`);
    }
    return broken;
  };

  return {
    brokenRules: (files) => {
      const judged = last.then(() => judge(files));
      last = judged.catch(() => undefined);
      return judged;
    },
    close: () => java.stdin.end(),
  };
};
