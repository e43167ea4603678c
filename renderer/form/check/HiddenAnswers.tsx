import { useFilling } from '../filling-context.ts';
import type { OpenDraft } from '../open/opened.ts';
import { useFormT } from '../words.ts';

/** Answers to questions that other answers have made needless: kept while the form is open, and not sent. */
export const HiddenAnswers = ({ open: { form } }: { open: OpenDraft }) => {
  const shown = useFilling((state) => state.shown);
  const t = useFormT();
  const labels = new Set(shown.hiddenAnswers.flatMap((pointer) => form.questionAt(pointer)?.label ?? []));
  if (labels.size === 0) return null;
  return (
    <section className="check-hidden">
      <h2>{t('hidden.title')}</h2>
      <p>{t('hidden.text')}</p>
      <ul>
        {[...labels].map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </section>
  );
};
