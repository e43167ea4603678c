/**
 * Somebody who fills in forms by HTTP and saves as the pages do: with the pages' own machine, their waits a twentieth as long. What the server
 * acknowledged is kept in a ledger.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '../../../renderer/api/client.ts';
import { failureOf } from '../../../renderer/form/saving/failure.ts';
import { startSaving, type SaveTransport, type StoredDraft } from '../../../renderer/form/saving/run.ts';
import { isObject, type JsonObject, type JsonValue, textOf } from '../../../engine/json.ts';
import type { PageState } from '../../../wire/form.ts';
import type { ProblemBody } from '../../../wire/shapes.ts';
import { completeAnswers, upload } from '../angling.ts';
import type { Answer, Client } from '../client.ts';
import type { Random } from '../random.ts';
import { fieldsOf } from '../read.ts';

const faster = 20;

/** One form as it was acknowledged. */
export interface Entry {
  draft: string;
  client: Client;
  /** Number of the newest acknowledged save; it stands in the answers. */
  saved: number;
  /** What the page said is saved when it was submitted. */
  answers: JsonObject;
  /** The document that was acknowledged, where one was added. */
  document?: { id: string; bytes: Uint8Array };
  submission?: { id: string; reference: string };
}

export interface Ledger {
  entries: Entry[];
  saves: number;
  documents: number;
  submissions: number;
  /** Called after every acknowledged write. */
  onWrite: () => void;
}

export const newLedger = (): Ledger => ({
  entries: [],
  saves: 0,
  documents: 0,
  submissions: 0,
  onWrite: () => undefined,
});

const isProblem = (body: unknown): body is ProblemBody => isObject(body) && 'code' in body;

const asRows = (list: readonly JsonValue[]): [string, JsonValue][] => list.map((each, at) => [String(at), each]);

/** The body of a good answer, a list by its numbers. Throws ProblemError as the pages' own client does. */
const good = ({ status, body }: Answer): JsonObject => {
  if (status < 400) return Array.isArray(body) ? Object.fromEntries(asRows(body)) : fieldsOf(body);
  if (isProblem(body)) throw new ProblemError(body);
  throw new Error(`${status} without a problem: ${JSON.stringify(body)}`);
};

/** Tries until it is answered; a server that is away or busy is asked again, anything else is a failure of the test. */
export const persistently = async (request: () => Promise<Answer>): Promise<JsonObject> => {
  for (;;) {
    try {
      return good(await request());
    } catch (error) {
      const { failed, retryAfterMs = 2000 } = failureOf(error);
      if (failed !== 'offline' && failed !== 'busy') throw error;
      await wait(retryAfterMs / faster);
    }
  }
};

const isVisited = (entry: [string, unknown]): entry is [string, PageState] =>
  entry[1] === 'visited' || entry[1] === 'done' || entry[1] === 'problems';

const storedOf = (draft: JsonObject): StoredDraft => ({
  revision: Number(draft['revision']),
  savedAt: textOf(draft['savedAt']),
  expiresAt: textOf(draft['expiresAt']),
  answers: fieldsOf(draft['answers']),
  pages: Object.fromEntries(Object.entries(fieldsOf(draft['pages'])).filter(isVisited)),
  lastPage: textOf(draft['lastPage']),
});

/** Of the save that left its number in the answers. */
export const saveNumber = ({ dangers }: JsonObject): number => Number(/^Save (\d+)/.exec(textOf(dangers))?.[1] ?? 0);

const open = async (client: Client, ledger: Ledger, entry: Entry) => {
  const address = `/api/drafts/${entry.draft}`;
  const transport: SaveTransport = {
    save: async (patch) => {
      try {
        const saved = good(await client.patch(address, patch));
        entry.saved = Math.max(entry.saved, saveNumber(fieldsOf(patch.set)));
        ledger.saves += 1;
        ledger.onWrite();
        const { revision, savedAt, expiresAt } = saved;
        return { saved: { revision: Number(revision), savedAt: textOf(savedAt), expiresAt: textOf(expiresAt) } };
      } catch (error) {
        return failureOf(error);
      }
    },
    read: async () => ({ draft: storedOf(await persistently(() => client.get(address))) }),
  };
  const draft = storedOf(await persistently(() => client.get(address)));
  return startSaving({
    draft,
    held: undefined,
    transport,
    heldStore: {
      keep: () => Promise.resolve(),
      read: () => Promise.resolve(undefined),
      release: () => Promise.resolve(),
    },
    clock: {
      now: () => new Date(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms / faster);
        return () => clearTimeout(timer);
      },
    },
    onAnswers: () => undefined,
  });
};

/** Adds a document, again where no answer came, and gives the row of the answers that names the one that was acknowledged. */
const addDocument = async (ledger: Ledger, entry: Entry, bytes: Uint8Array<ArrayBuffer>): Promise<JsonObject> => {
  const added = await persistently(() => upload(entry.client, entry.draft, 'letter.pdf', bytes));
  entry.document = { id: textOf(added['id']), bytes };
  ledger.documents += 1;
  ledger.onWrite();
  const { scan: _, ...file } = added;
  return { file, kind: 'letter' };
};

export interface FillIn {
  /** Stands in the form, so that it can be told from every other one. */
  name: string;
  saves: number;
  random: Random;
  document?: Uint8Array<ArrayBuffer>;
}

/** Begins a form, saves it so often, adds the document, and submits it. */
export const fillInAndSubmit = async (
  client: Client,
  ledger: Ledger,
  { name, saves, random, document }: FillIn,
): Promise<Entry> => {
  const begun = await persistently(() => client.post('/api/drafts', { form: 'angling-permit', answers: {} }));
  const entry: Entry = { draft: textOf(begun['id']), client, saved: 0, answers: {} };
  ledger.entries.push(entry);
  const saving = await open(client, ledger, entry);
  const { pages, lastPage } = saving.state().current;
  const type = (set: JsonObject): void =>
    saving.change({ answers: { ...saving.state().current.answers, ...set }, pages, lastPage });

  const rows = document === undefined ? {} : { documents: [await addDocument(ledger, entry, document)] };

  for (let number = 1; number <= saves; number += 1) {
    type({ ...completeAnswers, ...rows, lastName: name, dangers: `Save ${number}`, boatName: `Boat ${number}` });
    const sent = saving.flush();
    // Often something is typed while a save is under way, and goes with the next one.
    if (random.between(1, 3) === 1) type({ firstName: `Żółta ${number}` });
    await sent;
    while (saving.state().phase !== 'saved') {
      const { phase } = saving.state();
      if (!['waiting', 'sending', 'offline', 'conflict'].includes(phase)) throw new Error(`Saving came to “${phase}”`);
      if (saving.conflict() !== undefined) throw new Error('Saving found a conflict with itself');
      await wait(10);
    }
  }
  saving.stop();

  const { revision, current } = saving.state();
  entry.answers = current.answers;
  const submitted = await persistently(() => client.post(`/api/drafts/${entry.draft}/submit`, { revision }));
  entry.submission = { id: textOf(submitted['id']), reference: textOf(submitted['reference']) };
  ledger.submissions += 1;
  ledger.onWrite();
  return entry;
};
