import { Link } from 'wouter';
import { formatDate, plural } from '../../../../engine/index.ts';
import type { CaseSummary } from '../../../../wire/case.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';

interface DuplicateDialogProps {
  candidates: readonly CaseSummary[];
  /** This is somebody else: create the case anyway. */
  onAnother: () => void;
  onClose: () => void;
}

/** There may be a case of this person already. */
export const DuplicateDialog = ({ candidates, onAnother, onClose }: DuplicateDialogProps) => (
  <Dialog alert title={`${plural(candidates.length, 'case')} may be about the same person`} onClose={onClose}>
    <ul className="chosen">
      {candidates.map(({ id, subject, reference, identifiers, officer }) => (
        <li key={id}>
          <span>
            <Link href={`/council/cases/${id}`}>
              {subject.firstName} {subject.lastName}
            </Link>
            <span className="row-note">
              {[`born ${formatDate(subject.dateOfBirth)}`, reference, ...Object.values(identifiers), officer?.name]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
    <p>Open a case to look whether it is the same person. Two cases of one person split the record.</p>
    <div className="actions">
      <Button look="primary" data-autofocus onClick={onClose}>
        Go back
      </Button>
      <Button onClick={onAnother}>This is somebody else: create case</Button>
    </div>
  </Dialog>
);
