/** What people fill in for themselves: where its pages stand, where one goes from it, and how it is submitted. */
import type { SubmissionSummary } from '../../../wire/form.ts';
import { call } from '../../api/client.ts';
import type { FillMode } from './opened.ts';
import { englishSay, sentence, type FormSay } from '../words.ts';

/** A form of the person's own. */
export const applicationMode = (draftId: string, say: FormSay = englishSay): FillMode => ({
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
  spoken: (other) => applicationMode(draftId, other),
  submit: async (revision) => {
    const { id } = await call<SubmissionSummary>('POST', `/api/drafts/${draftId}/submit`, { revision });
    return `/submitted?new=${id}`;
  },
});
