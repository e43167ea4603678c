import { Link } from 'wouter';
import { useService } from '../api/person.ts';

/** Says that nothing here is real, and where its mail is. */
export const Demonstration = () =>
  useService().demonstration && (
    <aside className="demonstration no-print" lang="en-GB" aria-label="Demonstration">
      <div className="frame-width">
        <p>
          This is a demonstration. Do not enter anything about real people. Mail is shown in the{' '}
          <Link href="/dev/mailbox">mailbox</Link>.
        </p>
      </div>
    </aside>
  );
