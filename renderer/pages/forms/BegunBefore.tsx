import type { DraftSummary } from '../../../wire/form.ts';
import { formatDateTime } from '../../../engine/index.ts';
import { useService } from '../../api/person.ts';
import { RadioGroup } from '../../parts/Choices.tsx';
import { daysLeft } from './days-left.ts';

/** The choice that is no draft. */
export const anew = 'new';

interface BegunBeforeProps {
  drafts: readonly DraftSummary[];
  /** Id of the draft to go on with, or `anew`. */
  value: string | undefined;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** Is this a new form, or one that was begun before? */
export const BegunBefore = ({ drafts, value, onChange, error }: BegunBeforeProps) => {
  const { timeZone, today } = useService();
  const hintOf = ({ savedAt, expiresAt }: DraftSummary): string =>
    `Last saved ${formatDateTime(savedAt, timeZone)}. ${daysLeft(expiresAt, today, timeZone).words}.`;
  return (
    <RadioGroup
      id="begun"
      label="You have begun this form before. Which one do you want to fill in?"
      required
      {...(error && { error })}
      value={value}
      onChange={onChange}
      options={[
        ...drafts.map((draft) => ({
          value: draft.id,
          label: draft.subject ? `Continue the form for ${draft.subject}` : 'Continue the form that has no name yet',
          hint: hintOf(draft),
        })),
        { value: anew, label: 'Begin a new form', hint: 'What you began before stays under Recover a form.' },
      ]}
    />
  );
};
