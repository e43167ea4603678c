import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useAccount, useService } from '../../api/person.ts';
import { formsQuery } from '../../api/portal.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { NewMessages } from '../tasks/messages/NewMessages.tsx';
import { GoOn } from './drafts/GoOn.tsx';
import { LandingAside } from './LandingAside.tsx';
import { groupsOf, timeItTakes, type Offer } from './start/offers.ts';
import './forms.css';

const OfferEntry = ({ id, title, forms }: Offer) => {
  const [only] = forms.length === 1 ? forms : [];
  const time = timeItTakes(only?.minutes);
  return (
    <li className="offer">
      <h3>
        <Link href={`/start/${id}`}>{title}</Link>
      </h3>
      {only && <p>{only.summary}</p>}
      {!only && <p className="muted small">Choose the one that fits:</p>}
      {!only && (
        <ul className="offer-variants">
          {forms.map((form) => (
            <li key={form.id}>
              <Link href={`/start/${id}?form=${form.id}`}>{form.title}</Link>
            </li>
          ))}
        </ul>
      )}
      {time && <p className="muted small">Takes {time}. You can stop and continue another day.</p>}
    </li>
  );
};

/** The first page: everything that may be started, open to read before signing in. */
const Landing = () => {
  const { name } = useService();
  const forms = useQuery(formsQuery);
  const account = useAccount();
  return (
    <>
      <PageTitle title="Home">{name}</PageTitle>
      {account?.role === 'applicant' && <NewMessages />}
      {account && <GoOn />}
      <div className="with-aside">
        <div>
          <p className="lead">
            Choose a form to see what it asks and what to have ready. What you write is saved as you go.
          </p>
          <Loaded query={forms}>
            {(all) =>
              all.length === 0 ? (
                <p>No forms are offered here at the moment.</p>
              ) : (
                groupsOf(all).map(({ title, offers }) => (
                  <section key={title} className="offers">
                    <h2>{title}</h2>
                    <ul className="plain-list">
                      {offers.map((offer) => (
                        <OfferEntry key={offer.id} {...offer} />
                      ))}
                    </ul>
                  </section>
                ))
              )
            }
          </Loaded>
        </div>
        <LandingAside account={account} />
      </div>
    </>
  );
};

export default Landing;
