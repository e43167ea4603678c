/** Reads and compiles form packages in a thread of its own, one after the other. */
import { parentPort } from 'node:worker_threads';
import { parse, validatorsFunction } from '../../../engine/author.ts';
import type { FormDefinition } from '../../../engine/index.ts';
import type { CompilerAnswer, CompilerCall, CompilerWork } from './compiler.ts';
import { readFolder } from './folder.ts';

const definitionOf = (files: Record<string, string>): FormDefinition => {
  const parsed = parse(files);
  if ('definition' in parsed) return parsed.definition;
  throw new Error(parsed.problems[0]?.message ?? 'It could not be read');
};

const done = async (work: CompilerWork): Promise<CompilerAnswer> => {
  try {
    switch (work.kind) {
      case 'folder':
        return { folder: await readFolder(work.formsDir, work.judged) };
      case 'definition':
        return { definition: definitionOf(work.files) };
      case 'validators':
        return { validators: validatorsFunction(work.definition) };
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ id, work }: CompilerCall) => {
  last = last.then(async () => parentPort?.postMessage({ id, answer: await done(work) }));
});
