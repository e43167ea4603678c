import { useParams } from 'wouter';
import { SubmissionPage } from './SubmissionPage.tsx';

/** One form that this person has sent in. */
const SubmittedForm = () => {
  const { id = '' } = useParams<{ id: string }>();
  return <SubmissionPage id={id} copy="own" back={{ href: '/submitted', label: 'Submitted forms' }} />;
};

export default SubmittedForm;
