/** Looks at everything that is kept for good and says what is not as it was written. Changes nothing. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../server/core/clock.ts';
import { auditHeadsFile, auditKey, brokenAt, headFaults, readHeads } from '../../server/modules/audit/index.ts';
import type { Config } from '../../server/core/config.ts';
import { keptSecret } from '../../server/core/secret.ts';
import type { SubmissionDocument } from '../../server/modules/drafts/index.ts';
import { every } from '../../server/platform/storage/every.ts';
import { digestOf } from '../../server/modules/submissions/index.ts';
import { carriers, collections } from '../../server/platform/storage/collections.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import { SealedError } from '../../server/platform/storage/sealed/seal.ts';
import { hasBytes } from './backup.ts';
import { everyOpened } from './opened.ts';
import { identifiersOf, undeclaredInForms } from './undeclared.ts';
import { dueOf } from '../../server/platform/effects/pending.ts';

export interface VerifyParts extends Omit<Storage, 'closeBlobs'> {
  clock: Clock;
  /** With it the audit trail is judged by its key and its heads too. */
  config?: Pick<Config, 'secret' | 'dataDir' | 'auditHeadsFile'> & Partial<Pick<Config, 'councilDir'>>;
  /** A copy of the file of heads that was kept elsewhere. */
  heads?: string;
}

export interface Fault {
  kind: 'submission' | 'attachment' | 'sealed' | 'audit' | 'effects';
  /** Of the record, or of the entry by its number. Never a name. */
  id: string;
  what: string;
}

export interface Verified {
  submissions: number;
  attachments: number;
  /** Of these, such as were erased while they were looked at are not counted. */
  auditEntries: number;
  faults: Fault[];
  /** What of forms and of case.json nobody has said from whom it is kept; no fault of the store. */
  undeclared: string[];
}

/** The relay tries again at least every half hour. */
const hangsAfterMs = 60 * 60_000;
/** Collections that are looked at for more than their seals. */
const own = new Set(['submissions', 'attachments']);

const digestOfBlob = async ({ blobs }: VerifyParts, id: string): Promise<string | SealedError | undefined> => {
  try {
    const hash = createHash('sha256');
    const chunks: AsyncIterable<Uint8Array> = await blobs.open(id);
    for await (const chunk of chunks) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    return error instanceof SealedError ? error : undefined;
  }
};

const whatOfBytes = (digest: string | SealedError | undefined): string => {
  if (digest === undefined) return 'its bytes are missing';
  return digest instanceof SealedError ? digest.message : 'its bytes are not those that were uploaded';
};

const verifyAttachments = async (parts: VerifyParts, faults: Fault[]): Promise<number> => {
  let count = 0;
  for await (const held of everyOpened(parts, 'attachments')) {
    if (held instanceof SealedError) {
      faults.push({ kind: 'attachment', id: held.id, what: held.message });
      continue;
    }
    if (!hasBytes(held)) continue;
    count += 1;
    const digest = await digestOfBlob(parts, held.blob);
    if (digest === held.sha256) continue;
    // A service that runs may have erased it just now.
    const now = await parts.store.get('attachments', held._id);
    if (now === undefined || !hasBytes(now)) continue;
    faults.push({ kind: 'attachment', id: held._id, what: whatOfBytes(digest) });
  }
  return count;
};

const sealedOrThrow = (error: unknown): SealedError => {
  if (error instanceof SealedError) return error;
  throw error;
};

const faultsOfSubmission = async (
  { store }: VerifyParts,
  { answers, sha256, attachments }: SubmissionDocument,
): Promise<string[]> => {
  const found = digestOf(answers) === sha256 ? [] : ['its answers are not those that were submitted'];
  for (const { id, sha256: submitted } of attachments) {
    const held = await store.get('attachments', id).catch(sealedOrThrow);
    if (held === undefined) found.push(`its document ${id} is missing`);
    else if (held instanceof SealedError) found.push(held.message);
    else if (held.sha256 !== submitted) found.push(`its document ${id} is another one`);
  }
  return found;
};

const verifySubmissions = async (parts: VerifyParts, faults: Fault[], submittedIn: Set<string>): Promise<number> => {
  let count = 0;
  for await (const held of everyOpened(parts, 'submissions')) {
    count += 1;
    if (held instanceof SealedError) {
      faults.push({ kind: 'submission', id: held.id, what: held.message });
      continue;
    }
    submittedIn.add(held.form.hash);
    for (const what of await faultsOfSubmission(parts, held)) faults.push({ kind: 'submission', id: held._id, what });
  }
  return count;
};

/** Whether everything else that is sealed can be opened. */
const verifySealed = async (parts: VerifyParts, faults: Fault[]): Promise<void> => {
  const others = collections.filter(({ name, sealed }) => sealed !== undefined && !own.has(name));
  for (const { name } of others)
    for await (const held of everyOpened(parts, name))
      if (held instanceof SealedError) faults.push({ kind: 'sealed', id: `${name} ${held.id}`, what: held.message });
};

/** What should have been done an hour ago and still waits. */
const verifyEffects = async ({ store, clock }: VerifyParts, faults: Fault[]): Promise<void> => {
  const before = new Date(clock.now().getTime() - hangsAfterMs).toISOString();
  const filter = { effectsDue: { lte: before } };
  for (const name of carriers) {
    const sort = { path: 'effectsDue', direction: 'asc' } as const;
    for await (const waiting of every(store, name, { filter, sort }))
      faults.push({
        kind: 'effects',
        id: `${name} ${waiting._id}`,
        what: `something to do has waited since ${dueOf(waiting) ?? ''}`,
      });
  }
};

/** Every chain from its first entry on, then their ends by the heads that are kept outside the store. */
const verifyAudit = async ({ store, config, heads }: VerifyParts, faults: Fault[]): Promise<void> => {
  const secret = config === undefined ? undefined : config.secret === '' ? keptSecret(config.dataDir) : config.secret;
  const key = secret === undefined ? undefined : auditKey(secret);
  const broken = await brokenAt(store, key);
  if (broken !== undefined) {
    const what = 'this entry or the one before it was changed, is missing, or was not written by this service';
    faults.push({ kind: 'audit', id: broken, what });
  }
  if (key === undefined || config === undefined) return;
  if (heads !== undefined && (await readHeads(heads)).length === 0)
    faults.push({ kind: 'audit', id: '0', what: `there is no head in ${heads}` });
  for (const file of [auditHeadsFile(config), ...(heads === undefined ? [] : [heads])])
    for (const { entry, what } of await headFaults(store, key, await readHeads(file)))
      faults.push({ kind: 'audit', id: entry, what });
};

export const verify = async (parts: VerifyParts): Promise<Verified> => {
  const faults: Fault[] = [];
  const submittedIn = new Set<string>();
  const submissions = await verifySubmissions(parts, faults, submittedIn);
  const attachments = await verifyAttachments(parts, faults);
  await verifySealed(parts, faults);
  await verifyAudit(parts, faults);
  await verifyEffects(parts, faults);
  const councilDir = parts.config?.councilDir;
  const identifiers = councilDir === undefined ? { names: [], undeclared: [] } : await identifiersOf(councilDir);
  const inForms = await undeclaredInForms(parts.store, submittedIn, identifiers.names);
  const undeclared = [...inForms, ...identifiers.undeclared];
  return { submissions, attachments, auditEntries: await parts.store.count('audit', {}), faults, undeclared };
};

/** The report in words, a line each. */
export const verifiedWords = ({ submissions, attachments, auditEntries, faults, undeclared }: Verified): string =>
  [
    `${submissions} submissions, ${attachments} documents and ${auditEntries} audit entries were looked at.`,
    ...undeclared,
    ...faults.map(({ kind, id, what }) => `${kind} ${id}: ${what}`),
    faults.length === 0 ? 'All is as it was written.' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
  ].join('\n');
