/** Addresses of an open form: one for each page, and one for the answers before they are sent. */
import type { Pointer } from '../../../engine/json.ts';
import { idOf } from '../../controls/question.tsx';

/** The last part of the address of the page on which answers are checked. */
export const CHECK = 'check';

interface Place {
  /** The question to go to. */
  pointer?: Pointer;
  /** Comes back to the answers afterwards. */
  fromCheck?: boolean;
}

/** `address`: that of the form. */
export const pageAddress = (address: string, pageId: string, { pointer, fromCheck = false }: Place = {}): string =>
  `${address}/${pageId}${fromCheck ? `?from=${CHECK}` : ''}${pointer === undefined ? '' : `#${idOf(pointer)}`}`;

/** The id of a question, or of the nearest one around it, that stands on the page now. */
export const nearestOnPage = (id: string): string | undefined => {
  for (let near = id; near !== ''; near = near.slice(0, Math.max(0, near.lastIndexOf('-')))) {
    if (document.getElementById(near)) return near;
  }
  return undefined;
};

/** Where one signs in and comes back to the page that is open now. */
export const signInAddress = (): string =>
  `/sign-in?return=${encodeURIComponent(window.location.pathname + window.location.search)}`;
