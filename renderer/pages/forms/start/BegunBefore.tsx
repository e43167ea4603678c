import type { DraftSummary } from '../../../../wire/form.ts';
import { formatDateTime } from '../../../../engine/index.ts';
import { useService } from '../../../api/person.ts';
import { RadioGroup } from '../../../parts/inputs/Choices.tsx';
import { daysLeft } from '../drafts/days-left.ts';
import { useFormT } from '../../../form/words.ts';

/** The choice that is no draft. */
export const again = 'new';

interface BegunBeforeProps {
  drafts: readonly DraftSummary[];
  /** Id of the draft to go on with, or `again`. */
  value: string | undefined;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** Is this a new form, or one that was begun before? */
export const BegunBefore = ({ drafts, value, onChange, error }: BegunBeforeProps) => {
  const t = useFormT();
  const { timeZone, today } = useService();
  const hintOf = ({ savedAt, expiresAt }: DraftSummary): string =>
    t('begun.saved', {
      at: formatDateTime(savedAt, timeZone, t.language),
      left: daysLeft(expiresAt, today, timeZone, t).words,
    });
  return (
    <RadioGroup
      id="begun"
      label={t('begun.question')}
      required
      {...(error && { error })}
      value={value}
      onChange={onChange}
      options={[
        ...drafts.map((draft) => ({
          value: draft.id,
          label: draft.subject ? t('begun.continue', { name: draft.subject }) : t('begun.unnamed'),
          hint: hintOf(draft),
        })),
        { value: again, label: t('begun.new'), hint: t('begun.kept') },
      ]}
    />
  );
};
