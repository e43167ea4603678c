import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import type { TypedProfile } from './profile-form.ts';
import { fieldId, type Sending } from './use-sending.ts';
import './account.css';

interface ProfileFieldsProps {
  typed: TypedProfile;
  onChange: (typed: TypedProfile) => void;
  sending: Sending;
  /** Where the profile stands in the request. */
  base?: string;
}

type TextKey = Exclude<keyof TypedProfile, 'professional'>;

interface Box {
  key: TextKey;
  label: string;
  pointer: string;
  required?: boolean;
  autoComplete: string;
  maxLength: number;
  width?: 'short' | 'half';
  type?: string;
}

const person: readonly Box[] = [
  {
    key: 'forename',
    label: 'Forename',
    pointer: '/forename',
    required: true,
    autoComplete: 'given-name',
    maxLength: 80,
  },
  { key: 'surname', label: 'Surname', pointer: '/surname', required: true, autoComplete: 'family-name', maxLength: 80 },
];
const work: readonly Box[] = [
  {
    key: 'jobRole',
    label: 'Role',
    pointer: '/jobRole',
    required: true,
    autoComplete: 'organization-title',
    maxLength: 120,
  },
  {
    key: 'organisation',
    label: 'Organisation',
    pointer: '/organisation',
    required: true,
    autoComplete: 'organization',
    maxLength: 160,
  },
];
const place: readonly Box[] = [
  { key: 'propertyName', label: 'Property name', pointer: '/address/propertyName', autoComplete: 'off', maxLength: 80 },
  {
    key: 'houseNo',
    label: 'House number',
    pointer: '/address/houseNo',
    autoComplete: 'off',
    maxLength: 20,
    width: 'short',
  },
  {
    key: 'street',
    label: 'Street',
    pointer: '/address/street',
    required: true,
    autoComplete: 'address-line1',
    maxLength: 120,
  },
  { key: 'area', label: 'Area', pointer: '/address/area', autoComplete: 'address-line2', maxLength: 80 },
  {
    key: 'town',
    label: 'Town or city',
    pointer: '/address/town',
    required: true,
    autoComplete: 'address-level2',
    maxLength: 80,
  },
  { key: 'county', label: 'County', pointer: '/address/county', autoComplete: 'address-level1', maxLength: 80 },
  {
    key: 'postcode',
    label: 'Postcode',
    pointer: '/address/postcode',
    required: true,
    autoComplete: 'postal-code',
    maxLength: 10,
    width: 'short',
  },
  { key: 'phone', label: 'Telephone number', pointer: '/phone', autoComplete: 'tel', maxLength: 40, type: 'tel' },
];

interface BoxesProps extends Required<ProfileFieldsProps> {
  all: readonly Box[];
}

const Boxes = ({ all, typed, onChange, sending, base }: BoxesProps) =>
  all.map(({ key, pointer, required = false, ...rest }) => (
    <TextInput
      {...rest}
      key={key}
      id={fieldId(base + pointer)}
      value={typed[key]}
      onChange={(value) => onChange({ ...typed, [key]: value })}
      required={required}
      optional={!required}
      {...sending.error(base + pointer)}
    />
  ));

/** Where somebody is reached. */
export const AddressFields = ({
  legend = 'Your address',
  base = '',
  ...rest
}: ProfileFieldsProps & { legend?: string }) => (
  <fieldset className="form-part">
    <legend>{legend}</legend>
    <Boxes all={place} base={base} {...rest} />
  </fieldset>
);

/** Who somebody is and where to reach them, as registration and “update my account” ask for it. */
export const ProfileFields = ({ typed, onChange, sending, base = '' }: ProfileFieldsProps) => {
  const given = { typed, onChange, sending, base };
  return (
    <>
      <fieldset className="form-part">
        <legend>About you</legend>
        <Boxes all={person} {...given} />
        <RadioGroup
          id={fieldId(`${base}/professional`)}
          label="Is this account being used in a professional capacity?"
          help="For example by a teacher, a therapist or a social worker."
          required
          inLine
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={typed.professional === undefined ? undefined : typed.professional ? 'yes' : 'no'}
          onChange={(value) => onChange({ ...typed, professional: value === 'yes' })}
          {...sending.error(`${base}/professional`)}
        />
        {typed.professional === true && <Boxes all={work} {...given} />}
      </fieldset>
      <AddressFields {...given} />
    </>
  );
};
