import type { Profile } from '../../../wire/account.ts';
import { postcodeFormat } from '../../../engine/index.ts';
import type { Fault } from './use-sending.ts';

/** A profile as it is typed: every box a text, “professional” undecided at first. */
export interface TypedProfile {
  forename: string;
  surname: string;
  professional?: boolean;
  jobRole: string;
  organisation: string;
  phone: string;
  propertyName: string;
  houseNo: string;
  street: string;
  area: string;
  town: string;
  county: string;
  postcode: string;
}

export const noProfile: TypedProfile = {
  forename: '',
  surname: '',
  jobRole: '',
  organisation: '',
  phone: '',
  propertyName: '',
  houseNo: '',
  street: '',
  area: '',
  town: '',
  county: '',
  postcode: '',
};

export const typedProfile = ({ address, ...profile }: Profile): TypedProfile => ({
  ...noProfile,
  ...address,
  ...profile,
});

const wanted: readonly { key: keyof TypedProfile; pointer: string; message: string }[] = [
  { key: 'forename', pointer: '/forename', message: 'Enter your forename' },
  { key: 'surname', pointer: '/surname', message: 'Enter your surname' },
  { key: 'street', pointer: '/address/street', message: 'Enter your street' },
  { key: 'town', pointer: '/address/town', message: 'Enter your town or city' },
  { key: 'postcode', pointer: '/address/postcode', message: 'Enter your postcode' },
];

const isEmpty = (text: string | boolean | undefined): boolean => typeof text !== 'string' || text.trim() === '';

const gap = (typed: TypedProfile, key: keyof TypedProfile, base: string): Fault[] =>
  wanted
    .filter((each) => each.key === key && isEmpty(typed[key]))
    .map(({ pointer, message }) => ({ pointer: base + pointer, message }));

/** What is missing or wrong with the address, in the order of the page; `base` stands before each pointer. */
export const addressFaults = (typed: TypedProfile, base = ''): Fault[] => {
  const wrongPostcode = !isEmpty(typed.postcode) && !postcodeFormat.test(typed.postcode);
  return [
    ...gap(typed, 'street', base),
    ...gap(typed, 'town', base),
    ...gap(typed, 'postcode', base),
    ...(wrongPostcode ? [{ pointer: `${base}/address/postcode`, message: postcodeFormat.message }] : []),
  ];
};

/** What is missing or wrong, in the order of the page; `base` stands before each pointer. */
export const profileFaults = (typed: TypedProfile, base = ''): Fault[] => [
  ...gap(typed, 'forename', base),
  ...gap(typed, 'surname', base),
  ...(typed.professional === undefined
    ? [{ pointer: `${base}/professional`, message: 'Select whether you use this account in a professional capacity' }]
    : []),
  ...(typed.professional === true && isEmpty(typed.jobRole)
    ? [{ pointer: `${base}/jobRole`, message: 'Enter your role' }]
    : []),
  ...(typed.professional === true && isEmpty(typed.organisation)
    ? [{ pointer: `${base}/organisation`, message: 'Enter your organisation' }]
    : []),
  ...addressFaults(typed, base),
];

const filled = (typed: TypedProfile, keys: readonly (keyof TypedProfile)[]): Record<string, string> =>
  Object.fromEntries(keys.flatMap((key) => (isEmpty(typed[key]) ? [] : [[key, String(typed[key]).trim()]])));

/** Where somebody is reached, as it is sent; only for one without faults. */
export const contactOf = (typed: TypedProfile): Pick<Profile, 'address' | 'phone'> => ({
  ...filled(typed, ['phone']),
  address: {
    ...filled(typed, ['propertyName', 'houseNo', 'area', 'county']),
    street: typed.street.trim(),
    town: typed.town.trim(),
    postcode: postcodeFormat.tidy(typed.postcode),
  },
});

/** The profile as it is sent; only for one without faults. */
export const profileOf = (typed: TypedProfile): Profile => ({
  forename: typed.forename.trim(),
  surname: typed.surname.trim(),
  professional: typed.professional === true,
  ...(typed.professional === true && filled(typed, ['jobRole', 'organisation'])),
  ...contactOf(typed),
});
