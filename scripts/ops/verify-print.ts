/** Finds the submissions of which an earlier release may have drawn a PDF that lacks something. Changes nothing. */
import type { PrintService } from '../../server/modules/submissions/index.ts';
import { SealedError } from '../../server/platform/storage/sealed/seal.ts';
import { everyOpened, type RawStorage } from './opened.ts';
import { lossesOf, type Loss, type Missing } from './print-of-0-2.ts';

export interface PrintVerified {
  submissions: number;
  /** Those whose earlier PDFs may be short; by identifier and reference, never by name. */
  short: { id: string; reference: string; losses: Loss[] }[];
  /** Those that could not be looked at, and why. */
  unread: { id: string; why: string }[];
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : 'it cannot be printed');

export const verifyPrint = async (
  parts: RawStorage,
  prints: Pick<PrintService, 'contentOfSubmission'>,
): Promise<PrintVerified> => {
  const found: PrintVerified = { submissions: 0, short: [], unread: [] };
  for await (const held of everyOpened(parts, 'submissions')) {
    found.submissions += 1;
    if (held instanceof SealedError) {
      found.unread.push({ id: held.id, why: held.message });
      continue;
    }
    try {
      // The council's copy has all that the sender's has, and more.
      const losses = await lossesOf(await prints.contentOfSubmission(held, 'council'));
      if (losses.length > 0) found.short.push({ id: held._id, reference: held.reference, losses });
    } catch (error) {
      found.unread.push({ id: held._id, why: whyOf(error) });
    }
  }
  return found;
};

const words: Record<Missing, string> = {
  answer: 'an answer higher than a page',
  row: 'a row of a table higher than a page',
  card: 'a row of many columns higher than a page',
  column: 'a word wider than its column',
};

/** The report in words, a line each. */
export const printVerifiedWords = ({ submissions, short, unread }: PrintVerified): string =>
  [
    `${submissions} submissions were looked at.`,
    ...short.map(({ id, reference, losses }) => {
      const places = losses.map(({ pointer, missing }) => (pointer === '' ? '' : `${pointer}: `) + words[missing]);
      return `submission ${id} (${reference}): ${places.join('; ')}`;
    }),
    ...unread.map(({ id, why }) => `submission ${id}: not looked at: ${why}`),
    short.length === 0
      ? 'No earlier PDF of them is known to be short.'
      : `PDFs of ${short.length} of them that were drawn by release 0.2.0 or before may be short. Draw them again.`,
  ].join('\n');
