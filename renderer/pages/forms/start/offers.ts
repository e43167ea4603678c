import type { FormSummary } from '../../../../wire/form.ts';
import { englishParts, translateIn, type PartKey, type Translate } from '../../../parts/words.ts';

/** What a person may start: a family of variants that one page offers together, or a form by itself. */
export interface Offer {
  /** Of the family, or of the form. */
  id: string;
  /** Of the family where there is a choice, otherwise of the only form. */
  title: string;
  forms: FormSummary[];
}

export interface OfferGroup {
  title: string;
  offers: Offer[];
}

const offerId = ({ family, id }: FormSummary): string => family?.id ?? id;

const byOrder = (one: FormSummary, other: FormSummary): number => (one.family?.order ?? 0) - (other.family?.order ?? 0);

/** The offer with this id; undefined where no form belongs to it. */
export const offerOf = (forms: readonly FormSummary[], id: string): Offer | undefined => {
  const members = forms.filter((form) => offerId(form) === id).sort(byOrder);
  const [first] = members;
  if (!first) return undefined;
  return { id, title: (members.length > 1 && first.family?.title) || first.title, forms: members };
};

/** All that is offered under its headings, both in the order in which the forms come. */
export const groupsOf = (forms: readonly FormSummary[]): OfferGroup[] =>
  [...new Set(forms.map(({ group }) => group))].map((title) => {
    const ids = new Set(forms.filter(({ group }) => group === title).map(offerId));
    return { title, offers: [...ids].flatMap((id) => offerOf(forms, id) ?? []) };
  });

/** `about 60 to 90 minutes`; empty where the form does not say. */
export const timeItTakes = (
  minutes: readonly number[] | undefined,
  t: Translate<PartKey> = translateIn<PartKey>(englishParts),
): string => {
  const [least, most] = minutes ?? [];
  if (least === undefined || most === undefined) return '';
  return least === most ? t('start.time', { least }) : t('start.times', { least, most });
};
