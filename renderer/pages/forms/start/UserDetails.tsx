import { Link } from 'wouter';
import type { Account } from '../../../../wire/account.ts';
import type { Address } from '../../../../wire/shapes.ts';
import { Facts } from '../../../parts/Facts.tsx';
import { sentence, useFormSay } from '../../../form/words.ts';

const addressLine = ({ propertyName, houseNo, street, area, town, county, postcode }: Address): string =>
  [propertyName, [houseNo, street].filter(Boolean).join(' '), area, town, county, postcode].filter(Boolean).join(', ');

/** Who is filling in the form, from the account. */
export const UserDetails = ({ account }: { account: Account }) => {
  const say = useFormSay();
  const { forename, surname, professional, jobRole, organisation, phone, address } = account.profile;
  return (
    <>
      <Facts
        facts={[
          { label: say('user.name'), value: `${forename} ${surname}` },
          ...(professional
            ? [
                { label: say('user.role'), value: jobRole },
                { label: say('user.organisation'), value: organisation },
              ]
            : []),
          { label: say('user.email'), value: account.email },
          { label: say('user.phone'), value: phone },
          { label: say('user.address'), value: addressLine(address) },
        ]}
      />
      <p>{sentence(say('user.wrong'), { link: <Link href="/account/update">{say('user.update')}</Link> })}</p>
    </>
  );
};
