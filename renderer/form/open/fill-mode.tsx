/** What people fill in for themselves: where its pages stand, where one goes from it, and how it is submitted. */
import { call } from '../../api/client.ts';
import type { FillMode } from './opened.ts';
import { englishT, sentence, type FormTranslate } from '../words.ts';

/** A form of the person's own. */
export const applicationMode = (draftId: string, t: FormTranslate = englishT): FillMode => ({
  address: `/forms/${draftId}`,
  pdf: `/api/drafts/${draftId}/pdf`,
  home: '/',
  list: { href: '/recover', label: t('list.begun') },
  past: [
    { href: '/submitted', label: t('list.submitted') },
    { href: '/recover', label: t('list.recover') },
  ],
  words: { save: t('save'), pdf: t('pdf'), keptTitle: t('kept.title') },
  kept: (until) => sentence(t('kept.text'), { until: <strong>{until}</strong> }),
  mayCancel: true,
  submitAnywhere: false,
  inLanguage: (other) => applicationMode(draftId, other),
  submit: async (revision) => {
    const { id } = await call('POST', `/api/drafts/${draftId}/submit`, { revision });
    return `/submitted?new=${id}`;
  },
});
