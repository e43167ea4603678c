/** A draft that stands open, and what it is filled in for. */
import type { ReactNode } from 'react';
import type { AnswerContext, CompiledForm } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { Draft, Service } from '../../../wire/form.ts';
import type { Locale } from '../../parts/words.ts';
import type { Filling } from '../filling.ts';
import type { Saving } from '../saving/run.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { FormTranslate } from '../words.ts';

export interface OpenDraft {
  draft: Draft;
  mode: FillMode;
  form: CompiledForm;
  context: AnswerContext;
  service: Service;
  /** The portal's words in the form's language. */
  locale: Locale;
  filling: Filling;
  saving: Saving;
  uploads: Uploads;
  /** ISO time of the words that were kept on this device until now and are back; absent when there were none. */
  restoredFrom: string | undefined;
  /** The answers as they were when the form was opened here, or when what was changed elsewhere came in. `at`: ISO time. */
  opened: () => { answers: JsonObject; at: string };
  /** Another window of this browser has words of this form that are not saved. */
  hasUnsentElsewhere: () => Promise<boolean>;
  /** Tells the server that the person has seen to an answer for which this version has no place. */
  settle: (key: string) => Promise<void>;
  /** Those that are not seen to yet. */
  unplaced: () => Draft['unplaced'];
  /** Fills the draft in in another language from now on; the form is then to be opened again. Throws what the API client throws. */
  speak: (language: string) => Promise<void>;
  /** Listens to the window (offline, leaving); gives the way to stop, which also sends what is unsent. */
  attach: () => () => void;
}

/** Where the pages of a form stand, where one goes from it, and how it is submitted. */
export interface FillMode {
  /** Address of the form; its pages stand under it by their ids. */
  address: string;
  /** Address of the PDF of the form as it is now. */
  pdf: string;
  /** Where Close and Leave lead. */
  home: string;
  /** The list in which the form is found again. */
  list: { href: string; label: string };
  /** Where it may be once it can no longer be changed. */
  past: readonly { href: string; label: string }[];
  words: { save: string; pdf: string; keptTitle: string };
  /** What is said after Save; `until`: the day until which it is kept. */
  kept: (until: ReactNode) => ReactNode;
  /** What was changed since it was opened may be taken back as a whole. */
  mayCancel: boolean;
  /** A way to the end from every page. */
  submitAnywhere: boolean;
  /** A second person may or must sign before it is submitted; absent when this person cannot. */
  signing?: () => Signing | undefined;
  /** Why this person cannot submit it, though nothing is wrong with the answers. */
  hindrance?: () => ReactNode;
  /** Submits this revision of the draft, and gives the address of the page that says so. Safe to repeat. */
  submit: (revision: number) => Promise<string>;
  /** The same with the words of the form's language. */
  inLanguage?: (t: FormTranslate) => FillMode;
  /** Told when the form stands open, with the way to stop. */
  attach?: (open: OpenDraft) => () => void;
}

export interface Signing {
  needed: 'optional' | 'required';
  /** What the person is, as far as it is known. */
  role: string;
  sign: (role: string) => Promise<unknown>;
}
