import { useParams } from 'wouter';
import { CouncilNav } from '../council/parts/CouncilNav.tsx';
import { CouncilAnswer } from '../council/parts/CouncilAnswer.tsx';
import { SubmissionPage } from './SubmissionPage.tsx';

/** One form that has come in, as the council reads it. */
const ReceivedForm = () => {
  const { id = '' } = useParams<{ id: string }>();
  return (
    <>
      <CouncilNav />
      <SubmissionPage
        id={id}
        copy="council"
        back={{ href: '/received', label: 'Received forms' }}
        more={(submission) => <CouncilAnswer submission={submission} />}
      />
    </>
  );
};

export default ReceivedForm;
