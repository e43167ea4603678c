import type { CaseSettings } from '../../../../wire/case.ts';
import { DateInput } from '../../../parts/inputs/DateInput.tsx';
import { Select } from '../../../parts/inputs/Select.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import { fieldId } from '../../account/use-sending.ts';
import { CaseListField } from './CaseListField.tsx';
import type { TypedRow } from './typed-case.ts';

interface CaseValueFieldProps {
  field: CaseSettings['fields'][number];
  value: string | TypedRow[] | undefined;
  onChange: (value: string | TypedRow[]) => void;
  error?: string;
}

/** One known value, asked for as its kind wants it. */
export const CaseValueField = ({ field, value, onChange, error }: CaseValueFieldProps) => {
  const { name, label, kind, choices = [] } = field;
  const texts = { id: fieldId(`/values/${name}`), label, optional: true, ...(error !== undefined && { error }) };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'list':
      return <CaseListField field={field} rows={Array.isArray(value) ? value : []} onChange={onChange} {...texts} />;
    case 'date':
      return <DateInput {...texts} value={text || undefined} onChange={(on = '') => onChange(on)} />;
    case 'choice':
      return <Select {...texts} options={choices} value={text || undefined} onChange={(code = '') => onChange(code)} />;
    case 'longText':
      return <TextArea {...texts} value={text} onChange={onChange} maxLength={4000} />;
    case 'text':
      return <TextInput {...texts} value={text} onChange={onChange} autoComplete="off" />;
  }
};
