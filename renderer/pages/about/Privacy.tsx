import { useService } from '../../api/person.ts';
import { PageTitle } from '../../parts/PageTitle.tsx';

/** What is kept, for how long, and who reads it. */
const Privacy = () => {
  const { council, contact, links, idleMinutes } = useService();
  const own = links['privacy'];
  return (
    <>
      <PageTitle>Privacy</PageTitle>
      <p className="lead">What you write here is about children. Only those who need it to decide may read it.</p>
      <h2>What is kept, and for how long</h2>
      <ul>
        <li>Your account: your name, email address, postal address and, if you use it at work, your role.</li>
        <li>A form you started: for 30 days after you last saved it. You can delete it at any time.</li>
        <li>A form that you submitted: you can read it here for 30 days. The council keeps it as the law requires.</li>
        <li>
          What you wrote while there was no connection: in this browser, for up to 3 days, until it can be saved. It is
          deleted when you sign out, when you submit or delete the form, and when somebody else signs in here.
        </li>
        <li>A record of who opened a form and when, so that misuse can be found.</li>
      </ul>
      <h2>Who reads it</h2>
      <p>The staff of {council || 'the council'} who deal with the form. Our emails never name a child.</p>
      <h2>Cookies</h2>
      <p>
        One cookie keeps you signed in. It ends after {idleMinutes} minutes without activity, or when you sign out.
        Another remembers for a year that you have signed in on this device, so that nobody who tries to guess your
        password can lock you out. It lets nobody in. There is nothing for advertising or for counting visitors.
      </p>
      <h2>Your rights</h2>
      <p>
        You can download what this service holds about you under “My account”. To have something corrected or erased,
        ask {contact.team || 'the council'}: <a href={`mailto:${contact.email}`}>{contact.email}</a>.
      </p>
      {own?.startsWith('https:') && (
        <p>
          <a href={own}>The council’s full privacy notice</a>
        </p>
      )}
    </>
  );
};

export default Privacy;
