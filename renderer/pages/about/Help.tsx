import { useService } from '../../api/person.ts';
import { PageTitle } from '../../parts/PageTitle.tsx';

/** Whom to ask, and the questions that are asked most. */
const Help = () => {
  const { contact, links } = useService();
  return (
    <>
      <PageTitle>Help and contact</PageTitle>
      <h2>Ask a person</h2>
      <p>
        {contact.team}
        <br />
        Telephone: <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>
        <br />
        Email: <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </p>
      <p>Please do not write anything private about a child in an email.</p>
      <h2>Common questions</h2>
      <h3>Is what I write saved?</h3>
      <p>
        Yes, a moment after you write it. The line at the top of a form says when. If your connection is lost, your
        words are kept on your device and sent when you are back.
      </p>
      <h3>Where is the form I started?</h3>
      <p>Sign in and open “Recover a form”. A form is kept for 30 days after you last saved it.</p>
      <h3>I did not get a code</h3>
      <p>
        Look in your spam or junk email folder first. A code lasts for 10 minutes; you can ask for a new one on the page
        that asks for it.
      </p>
      <h3>Can I change a form after I submitted it?</h3>
      <p>No. Call or write to the team above, who will tell you what to do.</p>
      {links['localOffer'] && (
        <>
          <h2>More information</h2>
          <p>
            <a href={links['localOffer']}>The Local Offer: help for children and young people with special needs</a>
          </p>
        </>
      )}
    </>
  );
};

export default Help;
