import type { CaseSettings } from '../../../../wire/case.ts';
import type { Team } from '../../../../wire/council.ts';
import { CheckboxGroup } from '../../../parts/inputs/Choices.tsx';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { Select } from '../../../parts/inputs/Select.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { fieldId, type Sending } from '../../account/use-sending.ts';
import '../../account/account.css';
import { CaseValueField } from './CaseValueField.tsx';
import { teamOptions } from '../parts/use-teams.ts';
import type { TypedCase } from './typed-case.ts';

interface CaseFieldsProps {
  typed: TypedCase;
  onChange: (typed: TypedCase) => void;
  sending: Sending;
  settings: CaseSettings;
  teams: readonly Team[];
}

const addressBoxes: readonly { key: keyof TypedCase['address']; label: string; maxLength: number; short?: boolean }[] =
  [
    { key: 'propertyName', label: 'Property name', maxLength: 80 },
    { key: 'houseNo', label: 'House number', maxLength: 20, short: true },
    { key: 'street', label: 'Street', maxLength: 120 },
    { key: 'area', label: 'Area', maxLength: 80 },
    { key: 'town', label: 'Town or city', maxLength: 80 },
    { key: 'county', label: 'County', maxLength: 80 },
    { key: 'postcode', label: 'Postcode', maxLength: 10, short: true },
  ];

/** Everything that can be said of a case, as making and changing one ask for it. */
export const CaseFields = ({ typed, onChange, sending, settings, teams }: CaseFieldsProps) => {
  const officers = teams.find(({ id }) => id === typed.team)?.officers ?? [];
  const name = (key: 'firstName' | 'lastName', label: string) => (
    <TextInput
      id={fieldId(`/subject/${key}`)}
      label={label}
      value={typed[key]}
      onChange={(value) => onChange({ ...typed, [key]: value })}
      maxLength={80}
      autoComplete="off"
      required
      {...sending.error(`/subject/${key}`)}
    />
  );
  return (
    <>
      <fieldset className="form-part">
        <legend>{settings.subject}</legend>
        {name('firstName', 'First name')}
        {name('lastName', 'Last name')}
        <DateInput
          id={fieldId('/subject/dateOfBirth')}
          label="Date of birth"
          value={typed.dateOfBirth}
          onChange={(dateOfBirth) => onChange({ ...typed, dateOfBirth })}
          required
          {...sending.error('/subject/dateOfBirth')}
        />
        {settings.identifiers.map(({ name: key, label }) => (
          <TextInput
            key={key}
            id={fieldId(`/subject/identifiers/${key}`)}
            label={label}
            value={typed.identifiers[key] ?? ''}
            onChange={(value) => onChange({ ...typed, identifiers: { ...typed.identifiers, [key]: value } })}
            maxLength={40}
            autoComplete="off"
            optional
            {...sending.error(`/subject/identifiers/${key}`)}
          />
        ))}
      </fieldset>
      <fieldset className="form-part">
        <legend>Address</legend>
        {addressBoxes.map(({ key, label, maxLength, short }) => (
          <TextInput
            key={key}
            id={fieldId(`/subject/address/${key}`)}
            label={label}
            value={typed.address[key]}
            onChange={(value) => onChange({ ...typed, address: { ...typed.address, [key]: value } })}
            maxLength={maxLength}
            width={short ? 'short' : 'half'}
            autoComplete="off"
            optional
            {...sending.error(`/subject/address/${key}`)}
          />
        ))}
        <CheckboxGroup
          id={fieldId('/addressKept')}
          label="Who sees the address"
          help="Tick this if nobody must find out where they live, for example because they had to leave somebody violent. It also applies to forms already sent."
          options={[{ value: 'kept', label: 'Keep the address confidential: only the council sees it' }]}
          value={typed.addressKept ? ['kept'] : []}
          onChange={(chosen) => onChange({ ...typed, addressKept: chosen.includes('kept') })}
          {...sending.error('/addressKept')}
        />
      </fieldset>
      <fieldset className="form-part">
        <legend>Who works on this case</legend>
        <Select
          id={fieldId('/team')}
          label="Team"
          options={teamOptions(teams)}
          value={typed.team || undefined}
          onChange={(team = '') => onChange({ ...typed, team, officer: '' })}
          required
          {...sending.error('/team')}
        />
        <Select
          id={fieldId('/officer')}
          label="Officer"
          help={typed.team === '' ? 'Choose a team first' : undefined}
          options={officers.map(({ id, name: label }) => ({ value: id, label }))}
          value={typed.officer || undefined}
          onChange={(officer = '') => onChange({ ...typed, officer })}
          optional
          {...sending.error('/officer')}
        />
      </fieldset>
      <fieldset className="form-part">
        <legend>Details used to fill in forms</legend>
        {settings.fields.map((field) => (
          <CaseValueField
            key={field.name}
            field={field}
            value={typed.values[field.name]}
            onChange={(value) => onChange({ ...typed, values: { ...typed.values, [field.name]: value } })}
            {...sending.error(`/values/${field.name}`)}
          />
        ))}
      </fieldset>
    </>
  );
};
