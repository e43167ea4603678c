/** Sends picked files one by one, whichever page is open, and tells how far each has come. */
import type { AttachmentRules } from '../../../engine/index.ts';
import type { Attachment } from '../../../wire/form.ts';
import { advance, nextOf, type Upload, type UploadEvent } from './queue.ts';
import type { SendFile } from './send-file.ts';
import { englishT, type FormTranslate } from '../words.ts';

export interface Uploads {
  queue: () => readonly Upload[];
  subscribe: (listener: () => void) => () => void;
  /** `already`: how many documents the draft has. */
  add: (files: readonly File[], already: number) => void;
  /** Cancels one on its way, or clears one after an error. */
  clear: (key: string) => void;
  /** The network is back, or somebody signed in again: what was lost begins again now. */
  resume: () => void;
}

interface Options {
  rules: AttachmentRules | undefined;
  t?: FormTranslate;
  send: SendFile;
  after: (ms: number, run: () => void) => void;
  onArrived: (attachment: Attachment) => void;
  onSignedOut: () => void;
}

const RETRY_MS = 3000;

export const startUploads = ({ rules, t = englishT, send, after, onArrived, onSignedOut }: Options): Uploads => {
  let queue: readonly Upload[] = [];
  let picked = 0;
  const files = new Map<string, File>();
  const flights = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  const dispatch = (event: UploadEvent): void => {
    if (!rules) return;
    queue = advance(queue, event, rules, t);
    listeners.forEach((listener) => listener());
    const next = nextOf(queue);
    if (next) void transfer(next.key);
  };

  const transfer = async (key: string): Promise<void> => {
    const file = files.get(key);
    if (!file) return;
    const flight = new AbortController();
    flights.set(key, flight);
    dispatch({ type: 'progress', key, progress: 0 });
    const sent = await send(file, (progress) => dispatch({ type: 'progress', key, progress }), flight.signal);
    flights.delete(key);
    if (sent === 'cancelled') return;
    if (sent === 'lost' || sent === 'signedOut') {
      dispatch({ type: 'lost', key });
      if (sent === 'signedOut') onSignedOut();
      after(RETRY_MS, () => dispatch({ type: 'again', key }));
    } else if ('refused' in sent) dispatch({ type: 'refused', key, message: sent.refused });
    else {
      onArrived(sent.attachment);
      dispatch({ type: 'arrived', key, attachment: sent.attachment });
      files.delete(key);
    }
  };

  return {
    queue: () => queue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (list, already) => {
      const added = list.map((file) => {
        picked += 1;
        const key = `file-${picked}`;
        files.set(key, file);
        return { key, name: file.name, bytes: file.size };
      });
      dispatch({ type: 'picked', files: added, already });
    },
    clear: (key) => {
      flights.get(key)?.abort();
      files.delete(key);
      dispatch({ type: 'cleared', key });
    },
    resume: () =>
      queue.filter(({ phase }) => phase === 'retrying').forEach(({ key }) => dispatch({ type: 'again', key })),
  };
};
