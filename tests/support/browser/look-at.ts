import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds } from '../../../server/platform/attachments/kinds.ts';

/** What is wrong with a document by its content, read from the disk as an upload is; undefined when nothing is. */
export const lookAt = async (extension: string, content: Uint8Array): Promise<string | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'formwork-document-'));
  const path = join(folder, extension);
  await writeFile(path, content);
  const file = await open(path);
  try {
    return await kinds.get(extension)?.look(file, content.length);
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
};
