import type { DraftSummary } from '../../../../wire/form.ts';
import { formatDateTime } from '../../../../engine/index.ts';
import { useService } from '../../../api/person.ts';
import { RadioGroup } from '../../../parts/inputs/Choices.tsx';
import { daysLeft } from '../drafts/days-left.ts';
import { useFormSay } from '../../../form/words.ts';

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
  const say = useFormSay();
  const { timeZone, today } = useService();
  const hintOf = ({ savedAt, expiresAt }: DraftSummary): string =>
    say('begun.saved', {
      at: formatDateTime(savedAt, timeZone, say.language),
      left: daysLeft(expiresAt, today, timeZone, say).words,
    });
  return (
    <RadioGroup
      id="begun"
      label={say('begun.question')}
      required
      {...(error && { error })}
      value={value}
      onChange={onChange}
      options={[
        ...drafts.map((draft) => ({
          value: draft.id,
          label: draft.subject ? say('begun.continue', { name: draft.subject }) : say('begun.unnamed'),
          hint: hintOf(draft),
        })),
        { value: again, label: say('begun.new'), hint: say('begun.kept') },
      ]}
    />
  );
};
