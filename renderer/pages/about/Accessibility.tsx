import { useService } from '../../api/person.ts';
import { PageTitle } from '../../parts/PageTitle.tsx';

/** What works, how it was tried, and whom to tell. */
const Accessibility = () => {
  const { contact } = useService();
  return (
    <>
      <PageTitle>Accessibility statement</PageTitle>
      <p className="lead">Everybody should be able to use this service. We want it to be simple to read and to use.</p>
      <p>You should be able to:</p>
      <ul>
        <li>use every page with the keyboard alone, or with a screen reader</li>
        <li>zoom in up to 400 % without scrolling sideways</li>
        <li>change colours and contrast in your browser or system, including dark mode</li>
        <li>stay signed in for longer when you need more time</li>
        <li>stop at any point and continue later: your answers are saved</li>
      </ul>
      <h2>How it is tested</h2>
      <p>
        Every page is checked by machine against the Web Content Accessibility Guidelines 2.2, level AA, whenever the
        service changes. Signing in and filling in a whole form are also tried with the keyboard alone. It has not been
        audited by an independent body yet.
      </p>
      <h2>What may not work well</h2>
      <p>
        The PDF of a form is tagged for screen readers, but not every reader shows its tables well. If you need a form
        in another format, such as large print, ask us.
      </p>
      <h2>Tell us</h2>
      <p>
        If you find a problem, or need something in another format: {contact.team},{' '}
        <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>,{' '}
        <a href={`mailto:${contact.email}`}>{contact.email}</a>.
      </p>
    </>
  );
};

export default Accessibility;
