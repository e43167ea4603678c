import { useFilling } from './filling-context.ts';
import type { OpenDraft } from './open-draft.ts';

/** Answers to questions that other answers have made needless: kept while the form is open, and not sent. */
export const HiddenAnswers = ({ open: { form } }: { open: OpenDraft }) => {
  const shown = useFilling((state) => state.shown);
  const labels = new Set(shown.hiddenAnswers.flatMap((pointer) => form.questionAt(pointer)?.label ?? []));
  if (labels.size === 0) return null;
  return (
    <section className="check-hidden">
      <h2>Answers that will not be sent</h2>
      <p>
        You have answered these questions, but they are no longer asked because of other answers. They are left out.
      </p>
      <ul>
        {[...labels].map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </section>
  );
};
