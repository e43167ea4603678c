import { useParams } from 'wouter';
import { CouncilAnswer } from '../../council/tasks/CouncilAnswer.tsx';
import { SubmissionPage } from '../submitted/SubmissionPage.tsx';

/** One form that has come in, as the council reads it. */
const ReceivedForm = () => {
  const { id } = useParams<{ id: string }>();
  return (
    <SubmissionPage
      id={id}
      copy="council"
      back={{ href: '/received', label: 'Received forms' }}
      more={(submission) => <CouncilAnswer submission={submission} />}
    />
  );
};

export default ReceivedForm;
