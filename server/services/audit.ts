/**
 * Who did what, for ever: entries are only added, and each holds the hash of the one before, so that a changed, removed or
 * inserted entry shows. Entries name records by kind and id and never hold an answer.
 */
import type { Clock } from '../clock.ts';
import { DuplicateError, type Store, type Stored } from '../storage/store.ts';
import { sha256 } from './ids.ts';

export interface AuditEntry {
  /** An account's id, or `system`, or `nobody` for somebody who is not signed in. */
  actor: string;
  /** A past participle, such as `signed-in`, `password-changed`, `draft-deleted`. */
  action: string;
  subject: { kind: string; id: string };
  detail?: Record<string, string | number | boolean>;
}

export interface AuditRecord extends Stored, AuditEntry {
  /** 1, 2, 3 … without gaps. */
  sequence: number;
  at: string;
  previous: string;
  hash: string;
}

export interface Audit {
  /** Durable when it resolves. */
  append: (entry: AuditEntry) => Promise<void>;
}

type Content = Omit<AuditRecord, keyof Stored | 'hash'>;

/** Hash of an entry's content in one fixed order of keys. */
const hashOf = ({ sequence, at, actor, action, subject, detail, previous }: Content): string => {
  const details = Object.entries(detail ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return sha256(JSON.stringify([sequence, at, actor, action, subject.kind, subject.id, details, previous]));
};

const start = sha256('');

export const createAudit = (store: Store, clock: Clock): Audit => {
  let tail: { sequence: number; hash: string } | undefined;
  let queue: Promise<void> = Promise.resolve();

  const newest = async (): Promise<{ sequence: number; hash: string }> => {
    const sort = { path: 'sequence', direction: 'desc' } as const;
    const [last] = (await store.find<AuditRecord>('audit', { filter: {}, sort, limit: 1 })).items;
    return last ?? { sequence: 0, hash: start };
  };

  const write = async (entry: AuditEntry): Promise<void> => {
    for (;;) {
      tail ??= await newest();
      const content: Content = {
        ...entry,
        sequence: tail.sequence + 1,
        at: clock.now().toISOString(),
        previous: tail.hash,
      };
      const hash = hashOf(content);
      try {
        await store.insert<AuditRecord>('audit', { _id: String(content.sequence).padStart(12, '0'), ...content, hash });
        tail = { sequence: content.sequence, hash };
        return;
      } catch (error) {
        // Another server was first, or the store failed and it is not known how far it came.
        tail = undefined;
        if (!(error instanceof DuplicateError)) throw error;
      }
    }
  };

  return {
    append: (entry) => {
      const written = queue.then(() => write(entry));
      queue = written.catch(() => undefined);
      return written;
    },
  };
};

/** Walks the whole chain. Gives the first sequence number at which it is broken, or undefined. */
export const brokenAt = async (store: Store): Promise<number | undefined> => {
  let previous = start;
  let sequence = 0;
  let after: string | undefined;
  do {
    const page = await store.find<AuditRecord>('audit', {
      filter: {},
      sort: { path: 'sequence', direction: 'asc' },
      limit: 500,
      ...(after === undefined ? {} : { after }),
    });
    for (const entry of page.items) {
      sequence += 1;
      if (entry.sequence !== sequence || entry.previous !== previous || hashOf(entry) !== entry.hash) return sequence;
      previous = entry.hash;
    }
    after = page.next;
  } while (after !== undefined);
  return undefined;
};
