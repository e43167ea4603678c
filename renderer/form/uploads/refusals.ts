/** Why the service did not take a document, in the words of the page's language. */
import type { FormKey, FormTranslate } from '../words.ts';

const words: ReadonlyMap<string, FormKey> = new Map([
  ['mismatch', 'files.mismatch'],
  ['empty', 'files.empty'],
  ['locked', 'files.locked'],
  ['macros', 'files.macros'],
  ['damaged', 'files.damaged'],
  ['too-much', 'files.tooMuch'],
  ['infected', 'files.infected'],
]);

const heicExtensions: ReadonlySet<string> = new Set(['heic', 'heif', 'heics', 'heifs', 'hif']);

/** In small letters, without its dot; empty when a name has none. */
export const extensionOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';

/** Whether a file is a picture of an iPhone by its name. */
export const isHeicName = (name: string): boolean => heicExtensions.has(extensionOf(name));

/** How to send a picture of an iPhone, line by line. */
export const howToSendHeic = (name: string, t: FormTranslate): string[] => [
  t('files.heic.what', { name }),
  t('files.heic.send'),
  t('files.heic.later'),
];

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;

/** What to tell of an answer that refused a file: our words where its reason is known, the service's own otherwise. */
export const refusalIn = (t: FormTranslate, name: string, body: unknown): string => {
  const errors = member(body, 'errors');
  const reason = member(Array.isArray(errors) ? errors[0] : undefined, 'keyword');
  if (member(body, 'code') === 'file-refused' && typeof reason === 'string') {
    if (reason === 'heic') return howToSendHeic(name, t).join('\n');
    const key = words.get(reason);
    if (key !== undefined) return t(key, { name, kind: extensionOf(name).toUpperCase() });
  }
  if (member(body, 'code') === 'account-full') return t('files.full', { name });
  const detail = member(body, 'detail');
  return typeof detail === 'string' ? detail : t('files.refused');
};
