import type { Unsent } from '../check/unsent.ts';
import { useFormT } from '../words.ts';
import './unsent.css';

/** What was written last and is not on the server, so that it can be copied. */
export const UnsentWords = ({ unsent }: { unsent: readonly Unsent[] }) => {
  const t = useFormT();
  return (
    <>
      <p>{t('unsentWords.text')}</p>
      <dl className="unsent">
        {unsent.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="lines">{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
