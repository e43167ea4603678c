import type { Attachment } from '../../../wire/form.ts';
import { noteSession } from '../../api/client.ts';
import { englishT, type FormTranslate } from '../words.ts';
import { refusalIn } from './refusals.ts';

export type Sent = { attachment: Attachment } | { refused: string } | 'lost' | 'signedOut' | 'cancelled';

export type SendFile = (file: File, progress: (part: number) => void, signal: AbortSignal) => Promise<Sent>;

/** Answers after which the same file may well be taken a moment later. */
const PASSING = new Set([0, 408, 429, 502, 503, 504]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isAttachment = (value: unknown): value is Attachment =>
  typeof value === 'object' && value !== null && 'id' in value && 'mediaType' in value;

/** Sends one file's bytes to a draft. */
export const sendFileTo = (draftId: string, t: FormTranslate = englishT): SendFile =>
  sendFileAt(`/api/drafts/${draftId}/attachments`, t);

/** Sends one file's bytes to an address that takes its name. XMLHttpRequest, because fetch does not tell how far an upload has come. */
export const sendFileAt =
  (address: string, t: FormTranslate = englishT): SendFile =>
  (file, progress, signal) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader('X-Formwork', '1');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
      request.addEventListener('error', () => resolve('lost'));
      request.addEventListener('timeout', () => resolve('lost'));
      request.addEventListener('abort', () => resolve('cancelled'));
      request.addEventListener('load', () => {
        noteSession(request.getResponseHeader('Formwork-Session'));
        const body = parse(request.responseText);
        if (request.status === 201 && isAttachment(body)) resolve({ attachment: body });
        else if (request.status === 401) resolve('signedOut');
        else if (PASSING.has(request.status)) resolve('lost');
        else resolve({ refused: refusalIn(t, file.name, body) });
      });
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
