/** What is held about the child of a case, for a subject access request: one PDF, data and the documents in a folder. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Services } from '../../server/composition/services.ts';
import { caseNamed } from './case-named.ts';

export interface ExportedCase {
  files: string[];
  /** Titles of what others wrote or is about others, and was left out. */
  left: string[];
}

/**
 * `named`: the id or the reference. Writes a folder that only its owner may read, and a line into the audit trail. `others`: with what others wrote or
 * is about others. Rejects when there is no such case.
 */
export const exportCase = async (
  { store, caseExports }: Pick<Services, 'store' | 'caseExports'>,
  named: string,
  out: string,
  others: boolean,
): Promise<ExportedCase> => {
  const found = await caseNamed(store, named);
  if (found === undefined) throw new Error('There is no such case');
  if (existsSync(out)) throw new Error(`${out} is there already: give another name, or remove it first`);
  const { files, left } = await caseExports.makeForOperator(found, others ? 'all' : []);
  const written: string[] = [];
  for (const { name, content } of files) {
    const file = join(out, name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, Buffer.isBuffer(content) ? content : await content(), { mode: 0o600, flag: 'wx' });
    written.push(file);
  }
  return { files: written, left };
};
