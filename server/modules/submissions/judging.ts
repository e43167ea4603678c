/**
 * What takes long with long answers: judging them when they are submitted, and putting them in words for print. Short ones are done at
 * once; long ones in a process of its own, within a time and a memory, so that nobody else waits for them.
 */
import { printDocument, type PrintDocument } from '../../../engine/index.ts';
import { ProblemError, problem } from '../../core/errors.ts';
import { fromOwnJson, ownJson, type OwnJson } from '../../core/own-json.ts';
import { createWorkers, WorkerError } from '../../platform/workers/pool.ts';
import type { FormVersion } from '../catalogue/index.ts';
import { freeze, type Freezing, type Outcome } from './freeze.ts';
import type { JudgingWork, Printing } from './judging-worker.ts';

export interface Judging {
  /** As `freeze`. Throws check-unavailable, or answers-far-over where the answers need more memory than they may have. */
  freeze: (
    person: string,
    formVersion: FormVersion,
    language: string | undefined,
    freezing: Freezing,
  ) => Promise<Outcome>;
  /** As `printDocument`; of long answers the JSON of the tree. Throws as `freeze`. */
  print: (
    person: string,
    formVersion: FormVersion,
    language: string | undefined,
    printing: Printing,
  ) => Promise<PrintDocument | Uint8Array>;
  close: () => Promise<void>;
}

export interface JudgingOptions {
  /** Characters of JSON that are judged at once. */
  small?: number;
  /** For answers that are just not small; longer ones have so many more for each 100 kB. */
  seconds?: number;
  megabytes?: number;
}

const perPiece = 100_000;
const workers = 2;

const asProblem = (error: unknown): unknown => {
  if (!(error instanceof WorkerError)) return error;
  if (error.why === 'memory')
    return problem('answers-far-over', {
      detail: 'All answers together are more than can be checked. Shorten the longest of them.',
    });
  const refused = new ProblemError('check-unavailable', { retryAfter: 60 });
  refused.cause = error;
  return refused;
};

export const createJudging = ({ small = 32_000, seconds = 20, megabytes = 512 }: JudgingOptions = {}): Judging => {
  const pool = createWorkers<JudgingWork, Uint8Array>({
    file: new URL('./judging-worker.ts', import.meta.url),
    workers,
    megabytes,
  });
  const inWorker = async (person: string, work: JudgingWork): Promise<Uint8Array> => {
    try {
      return await pool.run(work, person, seconds * (1 + work.input.length / perPiece));
    } catch (error) {
      throw asProblem(error);
    }
  };
  return {
    freeze: async (person, formVersion, language, freezing) => {
      const form = await formVersion.inLanguage(language);
      const input = ownJson(freezing);
      if (input.length <= small) return freeze(form, freezing);
      const work: JudgingWork = { form: formVersion.source(), language: form.language, kind: 'freeze', input };
      const outcome: OwnJson<Outcome> = Buffer.from(await inWorker(person, work)).toString('utf8');
      return fromOwnJson(outcome);
    },
    print: async (person, formVersion, language, printing) => {
      const form = await formVersion.inLanguage(language);
      const input = ownJson(printing);
      if (input.length <= small) return printDocument(form, printing.answers, printing.context, printing.options);
      return inWorker(person, { form: formVersion.source(), language: form.language, kind: 'print', input });
    },
    close: pool.close,
  };
};
