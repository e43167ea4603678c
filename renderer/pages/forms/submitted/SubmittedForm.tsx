import { useParams } from 'wouter';
import { Messages } from '../../tasks/messages/Messages.tsx';
import { SubmissionPage } from './SubmissionPage.tsx';

/** One form that this person has sent in. */
const SubmittedForm = () => {
  const { id } = useParams<{ id: string }>();
  return (
    <SubmissionPage
      id={id}
      copy="own"
      back={{ href: '/submitted', label: 'Submitted forms' }}
      more={() => (
        <div className="task-folds no-print">
          <Messages
            kind="submission"
            id={id}
            folded
            nothing="There are no messages yet. What you write here is read by the team that has your form, and answered here."
          />
        </div>
      )}
    />
  );
};

export default SubmittedForm;
