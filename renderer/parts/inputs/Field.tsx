import type { ReactNode } from 'react';
import { AlertIcon } from '../icons.tsx';
import './field.css';
import { useT } from '../words.ts';

export interface FieldTexts {
  /** Of the control; label, help and error have ids made from it. Must be unique on the page. */
  id: string;
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong, without “Error:”. */
  error?: string;
  /** What is worth knowing but stops nobody. */
  warning?: string;
  /** Red asterisk, and the word for screen readers. */
  required?: boolean;
  /** Says “(optional)”. */
  optional?: boolean;
}

/** What the control inside a field must carry. */
export interface ControlMarks {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export const marksOf = ({ id, help, error, warning }: FieldTexts): ControlMarks => {
  const described = [help && `${id}-help`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean);
  return {
    id,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(error && { 'aria-invalid': true }),
  };
};

const Label = ({ label, required, optional }: Pick<FieldTexts, 'label' | 'required' | 'optional'>) => {
  const t = useT();
  return (
    <>
      {label}
      {required && (
        <>
          {' '}
          <span className="field-required" aria-hidden="true">
            *
          </span>
          <span className="visually-hidden">{t('required')}</span>
        </>
      )}
      {optional && <span className="field-optional"> {t('optional')}</span>}
    </>
  );
};

const Notes = ({ id, help, error, warning }: FieldTexts) => {
  const t = useT();
  return (
    <>
      {help && (
        <div className="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <AlertIcon />
          <span>{t('error', { message: error })}</span>
        </p>
      )}
      {warning && (
        <p className="field-warning" id={`${id}-warning`}>
          <AlertIcon />
          <span>{t('check', { message: warning })}</span>
        </p>
      )}
    </>
  );
};

const classOf = (error: string | undefined): string => (error ? 'field field-wrong' : 'field');

interface FieldProps extends FieldTexts {
  children: ReactNode;
}

/** Label, help and error above one control. The control must carry `marksOf` the same texts. */
export const Field = ({ children, ...texts }: FieldProps) => (
  <div className={classOf(texts.error)}>
    <label className="field-label" htmlFor={texts.id} id={`${texts.id}-label`}>
      <Label {...texts} />
    </label>
    <Notes {...texts} />
    {children}
  </div>
);

/** The same above several controls that answer one question together. The group takes focus from the error summary. */
export const FieldGroup = ({ children, ...texts }: FieldProps) => {
  const { id, ...marks } = marksOf(texts);
  return (
    <fieldset className={classOf(texts.error)} id={id} tabIndex={-1} aria-describedby={marks['aria-describedby']}>
      <legend className="field-label">
        <Label {...texts} />
      </legend>
      <Notes {...texts} />
      {children}
    </fieldset>
  );
};
