import { useEffect } from 'react';
import { focusTarget } from '../../parts/ErrorSummary.tsx';
import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import type { Signing } from '../open/opened.ts';

export interface SignatureGiven {
  /** Nobody has said yet, while it is `undefined`. */
  signs: boolean | undefined;
  role: string;
  /** It was tried to submit without saying so, or without a role. */
  missing: boolean;
}

export const signatureOf = (signing: Signing | undefined): SignatureGiven => ({
  signs: signing !== undefined && (signing.needed === 'optional' ? undefined : true),
  role: signing?.role ?? '',
  missing: false,
});

interface SignatureProps {
  signing: Signing;
  given: SignatureGiven;
  onChange: (given: SignatureGiven) => void;
}

const choices = [
  {
    value: 'sign',
    label: 'Yes, I counter-sign it',
    hint: 'Your name and role are shown in the form next to the people who wrote it.',
  },
  { value: 'no', label: 'No, submit it without a counter signature' },
];

/** The counter signature of a second person, with what they are. What is missing when they submit takes focus. */
export const Signature = ({ signing, given, onChange }: SignatureProps) => {
  useEffect(() => {
    if (given.missing) focusTarget(given.signs === undefined ? 'counter-sign' : 'counter-sign-role');
  }, [given]);
  return (
    <>
      {signing.needed === 'optional' ? (
        <RadioGroup
          id="counter-sign"
          label="Do you counter-sign this form?"
          options={choices}
          required
          value={given.signs === undefined ? undefined : given.signs ? 'sign' : 'no'}
          onChange={(value) => onChange({ ...given, signs: value === 'sign', missing: false })}
          {...(given.missing && given.signs === undefined && { error: 'Select whether you counter-sign this form' })}
        />
      ) : (
        <p>You counter-sign it: your name and role are shown in the form next to the people who wrote it.</p>
      )}
      {given.signs && (
        <TextInput
          id="counter-sign-role"
          label="Your role"
          help="What you are in your organisation"
          required
          maxLength={120}
          autoComplete="organization-title"
          value={given.role}
          onChange={(role) => onChange({ ...given, role, missing: false })}
          {...(given.missing && { error: 'Enter your role' })}
        />
      )}
    </>
  );
};
