import { Link } from 'wouter';
import type { Account } from '../../../../wire/account.ts';
import type { Address } from '../../../../wire/shapes.ts';
import { Facts } from '../../../parts/Facts.tsx';
import { sentence, useFormT } from '../../../form/words.ts';

const addressLine = ({ propertyName, houseNo, street, area, town, county, postcode }: Address): string =>
  [propertyName, [houseNo, street].filter(Boolean).join(' '), area, town, county, postcode].filter(Boolean).join(', ');

/** Who is filling in the form, from the account. */
export const UserDetails = ({ account }: { account: Account }) => {
  const t = useFormT();
  const { forename, surname, professional, jobRole, organisation, phone, address } = account.profile;
  return (
    <>
      <Facts
        facts={[
          { label: t('user.name'), value: `${forename} ${surname}` },
          ...(professional
            ? [
                { label: t('user.role'), value: jobRole },
                { label: t('user.organisation'), value: organisation },
              ]
            : []),
          { label: t('user.email'), value: account.email },
          { label: t('user.phone'), value: phone },
          { label: t('user.address'), value: addressLine(address) },
        ]}
      />
      <p>{sentence(t('user.wrong'), { link: <Link href="/account/update">{t('user.update')}</Link> })}</p>
    </>
  );
};
