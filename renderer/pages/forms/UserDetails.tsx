import { Link } from 'wouter';
import type { Account } from '../../../wire/account.ts';
import type { Address } from '../../../wire/shapes.ts';
import { Facts } from '../../parts/Facts.tsx';

const addressLine = ({ propertyName, houseNo, street, area, town, county, postcode }: Address): string =>
  [propertyName, [houseNo, street].filter(Boolean).join(' '), area, town, county, postcode].filter(Boolean).join(', ');

/** Who is filling in the form, from the account. */
export const UserDetails = ({ account }: { account: Account }) => {
  const { forename, surname, professional, jobRole, organisation, phone, address } = account.profile;
  return (
    <>
      <Facts
        facts={[
          { label: 'Name', value: `${forename} ${surname}` },
          ...(professional
            ? [
                { label: 'Role', value: jobRole },
                { label: 'Organisation', value: organisation },
              ]
            : []),
          { label: 'Email address', value: account.email },
          { label: 'Telephone', value: phone },
          { label: 'Address', value: addressLine(address) },
        ]}
      />
      <p>
        Not right? <Link href="/account/update">Update your account</Link> before you start.
      </p>
    </>
  );
};
