import { useState } from 'react';
import { useService } from '../../api/person.ts';
import { Button } from '../../parts/Button.tsx';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { passwordAdvice } from './password-advice.ts';

interface PasswordInputProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  /** Chosen now, so that its strength is told; otherwise it is the one that the person has. */
  fresh?: boolean;
  /** Names and address of whoever chooses it, where the page knows them. */
  person?: readonly string[] | undefined;
}

/** A password, which one may paste, and look at. */
export const PasswordInput = ({ label, fresh = false, person, value, ...rest }: PasswordInputProps) => {
  const { council, name } = useService();
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextInput
        {...rest}
        label={label}
        required
        value={value}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        {...(fresh && {
          help: 'At least 10 characters. Three words that have nothing to do with each other make a good password.',
        })}
        beside={
          <Button onClick={() => setShown(!shown)} aria-pressed={shown}>
            {shown ? 'Hide' : 'Show'}
            <span className="visually-hidden"> {label.toLowerCase()}</span>
          </Button>
        }
      />
      {fresh && (
        <p className="password-advice small" role="status">
          {passwordAdvice(value, [council, name], person)}
        </p>
      )}
    </>
  );
};
