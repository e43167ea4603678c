import { emailFormat, leastPasswordLength, passwordLength } from '../../../engine/index.ts';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { PasswordInput } from './PasswordInput.tsx';
import { fieldId, type Fault, type Sending } from './use-sending.ts';
import './account.css';

export interface TypedCredentials {
  email: string;
  password: string;
  again: string;
}

export const noCredentials: TypedCredentials = { email: '', password: '', again: '' };

/** What is missing or wrong with a new password typed twice. */
export const newPasswordFaults = ({ password, again }: Pick<TypedCredentials, 'password' | 'again'>): Fault[] => {
  if (password === '') return [{ pointer: '/password', message: 'Choose a password' }];
  if (passwordLength(password) < leastPasswordLength)
    return [{ pointer: '/password', message: `Use at least ${leastPasswordLength} characters for your password` }];
  return password === again ? [] : [{ pointer: '/again', message: 'Enter the same password again' }];
};

export const credentialFaults = ({ email, ...passwords }: TypedCredentials): Fault[] => {
  const message =
    email.trim() === '' ? 'Enter your email address' : emailFormat.test(email) ? undefined : emailFormat.message;
  return [...(message === undefined ? [] : [{ pointer: '/email', message }]), ...newPasswordFaults(passwords)];
};

interface NewPasswordProps {
  label?: string;
  typed: Pick<TypedCredentials, 'password' | 'again'>;
  onChange: (typed: Pick<TypedCredentials, 'password' | 'again'>) => void;
  sending: Sending;
  /** Names and address of whoever chooses it, where the page knows them. */
  person?: readonly string[] | undefined;
}

export const NewPassword = ({ label = 'Password', typed, onChange, sending, person }: NewPasswordProps) => (
  <>
    <PasswordInput
      id={fieldId('/password')}
      label={label}
      fresh
      person={person}
      value={typed.password}
      onChange={(password) => onChange({ ...typed, password })}
      {...sending.error('/password')}
    />
    <TextInput
      id={fieldId('/again')}
      label="Confirm password"
      required
      type="password"
      autoComplete="new-password"
      maxLength={200}
      value={typed.again}
      onChange={(again) => onChange({ ...typed, again })}
      {...sending.error('/again')}
    />
  </>
);

interface CredentialsProps {
  typed: TypedCredentials;
  onChange: (typed: TypedCredentials) => void;
  sending: Sending;
  /** Names of whoever chooses them. */
  names: readonly string[];
}

/** What one signs in with. */
export const Credentials = ({ typed, onChange, sending, names }: CredentialsProps) => (
  <>
    <TextInput
      id={fieldId('/email')}
      label="Email"
      help="We send a code to this address, now and whenever you sign in."
      required
      type="email"
      autoComplete="email"
      maxLength={254}
      value={typed.email}
      onChange={(email) => onChange({ ...typed, email })}
      {...sending.error('/email')}
    />
    <NewPassword
      typed={typed}
      onChange={(passwords) => onChange({ ...typed, ...passwords })}
      sending={sending}
      person={[typed.email, ...names]}
    />
  </>
);
