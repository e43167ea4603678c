/** How long a submitted form is shown to whoever submitted it: again from each word of the council about it. */
import { instantAfter } from '../../../engine/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { type SubmissionDocument } from '../drafts/index.ts';

export interface ShowParts {
  store: Store;
  clock: Clock;
  catalogue: Pick<Catalogue, 'formVersion'>;
}

const usualDays = 30;

/** Until when it is shown after something that happens now. */
export const shownUntil = async (
  { clock, catalogue }: Omit<ShowParts, 'store'>,
  { form, visibleUntil }: Pick<SubmissionDocument, 'form' | 'visibleUntil'>,
): Promise<string> => {
  const days = (await catalogue.formVersion(form.hash))?.definition.manifest.retention.submittedDays ?? usualDays;
  const until = instantAfter(clock.now().toISOString(), days);
  return until > visibleUntil ? until : visibleUntil;
};

/** Shows it for its whole time from now on; never shortens it. */
export const showLonger = async (parts: ShowParts, submission: SubmissionDocument): Promise<void> => {
  const until = await shownUntil(parts, submission);
  const filter = { _id: { eq: submission._id }, visibleUntil: { lt: until } };
  await parts.store.patch('submissions', filter, { set: { visibleUntil: until } });
};
