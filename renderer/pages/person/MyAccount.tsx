import { useAccount } from '../../api/person.ts';
import { ButtonLink } from '../../parts/Button.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { DownloadMyData } from './DownloadMyData.tsx';

/** What the service holds about the person who is signed in. */
const MyAccount = () => {
  const account = useAccount();
  if (!account) return null;
  const { email, profile } = account;
  const { address } = profile;
  const lines = [
    address.propertyName,
    [address.houseNo, address.street].filter(Boolean).join(' '),
    address.area,
    address.town,
    address.county,
    address.postcode,
  ].filter(Boolean);
  return (
    <>
      <PageTitle>My account</PageTitle>
      <Facts
        facts={[
          { label: 'Name', value: `${profile.forename} ${profile.surname}` },
          { label: 'Email', value: email },
          ...(profile.professional
            ? [
                { label: 'Role', value: profile.jobRole ?? '' },
                { label: 'Organisation', value: profile.organisation ?? '' },
              ]
            : []),
          { label: 'Telephone number', value: profile.phone ?? '' },
          { label: 'Address', value: lines.join(', ') },
        ].filter(({ value }) => value !== '')}
      />
      <div className="actions">
        <ButtonLink href="/account/update" look="primary">
          Update my account
        </ButtonLink>
        <ButtonLink href="/account/sessions">Where you are signed in</ButtonLink>
      </div>
      <DownloadMyData />
    </>
  );
};

export default MyAccount;
