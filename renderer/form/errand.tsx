/** What a form is filled in for: where its pages stand, where one goes from it, and how it is submitted. */
import type { ReactNode } from 'react';
import type { SubmissionSummary } from '../../wire/form.ts';
import { call } from '../api/client.ts';
import type { OpenDraft } from './open-draft.ts';
import { englishSay, sentence, type FormSay } from './words.ts';

export interface Errand {
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
  spoken?: (say: FormSay) => Errand;
  /** Told when the form stands open, with the way to stop. */
  attach?: (open: OpenDraft) => () => void;
}

export interface Signing {
  needed: 'optional' | 'required';
  /** What the person is, as far as it is known. */
  role: string;
  sign: (role: string) => Promise<unknown>;
}

/** A form of the person's own. */
export const applicationErrand = (draftId: string, say: FormSay = englishSay): Errand => ({
  address: `/forms/${draftId}`,
  pdf: `/api/drafts/${draftId}/pdf`,
  home: '/',
  list: { href: '/recover', label: say('list.begun') },
  past: [
    { href: '/submitted', label: say('list.submitted') },
    { href: '/recover', label: say('list.recover') },
  ],
  words: { save: say('save'), pdf: say('pdf'), keptTitle: say('kept.title') },
  kept: (until) => sentence(say('kept.text'), { until: <strong>{until}</strong> }),
  mayCancel: true,
  submitAnywhere: false,
  spoken: (other) => applicationErrand(draftId, other),
  submit: async (revision) => {
    const { id } = await call<SubmissionSummary>('POST', `/api/drafts/${draftId}/submit`, { revision });
    return `/submitted?new=${id}`;
  },
});
