/**
 * The compiler of forms. To read and compile one takes some tenths of a second, so it is done in a thread of its own, which begins with
 * the first form and ends when it has had nothing to do for a while.
 */
import { Worker } from 'node:worker_threads';
import type { FormDefinition } from '../../../engine/index.ts';
import type { FormVersionFolder } from './folder.ts';

export type CompilerWork =
  | { kind: 'folder'; formsDir: string; judged: boolean }
  | { kind: 'definition'; files: Record<string, string> }
  | { kind: 'validators'; definition: FormDefinition };

export type CompilerAnswer =
  { folder: FormVersionFolder[] } | { definition: FormDefinition } | { validators: string } | { error: string };

export interface CompilerCall {
  id: number;
  work: CompilerWork;
}

interface Waiting {
  resolve: (answer: CompilerAnswer) => void;
  reject: (error: Error) => void;
}

/** A thread and what it has not answered yet. */
interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

/** Milliseconds without work after which the thread ends. */
const idleFor = 20_000;

let thread: Thread | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

const end = (): void => {
  void thread?.worker.terminate();
  thread = undefined;
};

/** Whoever waits keeps the process alive; the thread by itself does not. */
const rest = ({ worker }: Thread): void => {
  worker.unref();
  clearTimeout(idle);
  idle = setTimeout(end, idleFor).unref();
};

const start = (): Thread => {
  const worker = new Worker(new URL('./compiler-worker.ts', import.meta.url));
  const started: Thread = { worker, waiting: new Map() };
  const { waiting } = started;
  worker.on('message', ({ id, answer }: { id: number; answer: CompilerAnswer }) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
    if (waiting.size === 0) rest(started);
  });
  let reason = 'The compiler of forms ended';
  worker.on('error', (error: unknown) => {
    reason = `The compiler of forms failed: ${error instanceof Error ? error.message : String(error)}`;
  });
  worker.on('exit', () => {
    if (thread === started) thread = undefined;
    for (const { reject } of waiting.values()) reject(new Error(reason));
  });
  return started;
};

const run = (work: CompilerWork): Promise<CompilerAnswer> =>
  new Promise((resolve, reject) => {
    clearTimeout(idle);
    thread ??= start();
    lastId += 1;
    thread.waiting.set(lastId, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage({ id: lastId, work } satisfies CompilerCall);
  });

const reasonOf = (answer: CompilerAnswer): Error =>
  new Error('error' in answer ? answer.error : 'The compiler of forms answered something else');

/** Every package of a folder; `judged`, unpublished ones with errors are refused. Rejects when the folder cannot be read. */
export const compileFolder = async (formsDir: string, judged = false): Promise<FormVersionFolder[]> => {
  const answer = await run({ kind: 'folder', formsDir, judged });
  if ('folder' in answer) return answer.folder;
  throw reasonOf(answer);
};

/** Rejects, with the first of what is wrong, for files that are no package. */
export const compileDefinition = async (files: Record<string, string>): Promise<FormDefinition> => {
  const answer = await run({ kind: 'definition', files });
  if ('definition' in answer) return answer.definition;
  throw reasonOf(answer);
};

/** The text of `validatorsFunction`. Rejects in Ajv’s words for a schema that it refuses. */
export const compileValidators = async (definition: FormDefinition): Promise<string> => {
  const answer = await run({ kind: 'validators', definition });
  if ('validators' in answer) return answer.validators;
  throw reasonOf(answer);
};
