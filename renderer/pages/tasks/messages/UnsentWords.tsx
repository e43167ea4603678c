import type { Unsent } from '../watch-task.ts';

/** What was written last and is not on the server, so that it can be copied. */
export const UnsentWords = ({ unsent }: { unsent: readonly Unsent[] }) => (
  <>
    <p>
      What you wrote last could no longer be saved. Copy what you want to keep; it stays here until you leave the page.
    </p>
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
