/** Documents on their way, one after the other, as a pure state machine. `uploads.ts` carries it out. */
import type { Attachment } from '../../../wire/form.ts';
import type { AttachmentRules } from '../../../engine/index.ts';
import { formatBytes } from '../../../engine/index.ts';
import { englishT, type FormTranslate } from '../words.ts';
import { extensionOf, howToSendHeic, isHeicName } from './refusals.ts';

export interface Upload {
  key: string;
  name: string;
  bytes: number;
  /** `retrying`: the connection was lost; it begins again by itself. */
  phase: 'waiting' | 'sending' | 'retrying' | 'failed';
  /** 0 to 1. */
  progress: number;
  /** Lines that say what is wrong and what is accepted; only when `failed`. */
  message: string[];
  tries: number;
}

export type Picked = Pick<Upload, 'key' | 'name' | 'bytes'>;

export type UploadEvent =
  | { type: 'picked'; files: Picked[]; already: number }
  | { type: 'progress'; key: string; progress: number }
  | { type: 'arrived'; key: string; attachment: Attachment }
  | { type: 'refused'; key: string; message: string }
  | { type: 'lost'; key: string }
  /** Cancelled on its way, or cleared after an error. */
  | { type: 'cleared'; key: string }
  /** A pause after a lost connection is over, or the network is back. */
  | { type: 'again'; key: string };

/** Tries after a lost connection before the person is asked. */
const MOST_TRIES = 6;

/** What can be told without asking the server; the words of the guidance, section 3.10. */
export const whyNot = (
  { name, bytes }: Picked,
  rules: AttachmentRules,
  already: number,
  t: FormTranslate = englishT,
): string[] => {
  const extension = extensionOf(name);
  if (!rules.extensions.includes(extension)) {
    if (isHeicName(name)) return howToSendHeic(name, t);
    return [
      extension === '' ? t('files.noExtension', { name }) : t('files.extension', { extension }),
      t('files.accepted', { extensions: rules.extensions.join(', ') }),
    ];
  }
  if (bytes === 0) return [t('files.empty', { name })];
  if (bytes > rules.maxBytes) {
    return [t('files.tooBig', { name, size: formatBytes(rules.maxBytes) })];
  }
  if (already >= rules.maxFiles) return [t('files.tooMany', { count: rules.maxFiles })];
  return [];
};

/** The queue after one event. An upload that has arrived leaves the queue: it is then an answer. */
export const advance = (
  queue: readonly Upload[],
  event: UploadEvent,
  rules: AttachmentRules,
  t: FormTranslate = englishT,
): Upload[] => {
  const change = (key: string, part: (upload: Upload) => Partial<Upload>): Upload[] =>
    queue.map((upload) => (upload.key === key ? { ...upload, ...part(upload) } : upload));
  switch (event.type) {
    case 'picked': {
      let count = event.already + queue.filter(({ phase }) => phase !== 'failed').length;
      const added = event.files.map((file): Upload => {
        const message = whyNot(file, rules, count, t);
        if (message.length === 0) count += 1;
        return { ...file, phase: message.length > 0 ? 'failed' : 'waiting', progress: 0, message, tries: 0 };
      });
      return [...queue, ...added];
    }
    case 'progress':
      return change(event.key, () => ({ phase: 'sending', progress: event.progress }));
    case 'arrived':
    case 'cleared':
      return queue.filter(({ key }) => key !== event.key);
    case 'refused':
      return change(event.key, () => ({ phase: 'failed', message: event.message.split('\n') }));
    case 'lost':
      return change(event.key, ({ tries, name }) =>
        tries + 1 >= MOST_TRIES
          ? {
              phase: 'failed',
              message: [t('files.lost', { name })],
              tries: 0,
            }
          : { phase: 'retrying', progress: 0, tries: tries + 1 },
      );
    case 'again':
      return change(event.key, ({ phase }) => (phase === 'retrying' ? { phase: 'waiting' } : {}));
  }
};

/** Which one goes next: the first that waits, while none is being sent. */
export const nextOf = (queue: readonly Upload[]): Upload | undefined =>
  queue.some(({ phase }) => phase === 'sending') ? undefined : queue.find(({ phase }) => phase === 'waiting');
