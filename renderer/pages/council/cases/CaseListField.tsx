import { useRef } from 'react';
import type { CaseSettings } from '../../../../wire/case.ts';
import { Button } from '../../../parts/Button.tsx';
import { FieldGroup, type FieldTexts } from '../../../parts/inputs/Field.tsx';
import { PlusIcon } from '../../../parts/icons.tsx';
import { TextInput } from '../../../parts/inputs/TextInput.tsx';
import type { TypedRow } from './typed-case.ts';

interface CaseListFieldProps extends FieldTexts {
  field: CaseSettings['fields'][number];
  rows: readonly TypedRow[];
  onChange: (rows: TypedRow[]) => void;
}

/** A known value of several rows. */
export const CaseListField = ({ field, rows, onChange, ...texts }: CaseListFieldProps) => {
  const { columns = [], label } = field;
  const list = useRef<HTMLDivElement>(null);
  const add = (): void => {
    onChange([...rows, {}]);
    requestAnimationFrame(() => {
      const first = list.current?.querySelector<HTMLElement>('.row-boxes:last-of-type input');
      first?.focus();
    });
  };
  return (
    <FieldGroup {...texts}>
      <div ref={list}>
        {rows.map((row, index) => (
          <div className="row-boxes" role="group" aria-label={`${label}, row ${index + 1}`} key={index}>
            {columns.map((column) => (
              <TextInput
                key={column.name}
                id={`${texts.id}-${index}-${column.name}`}
                label={column.label}
                value={row[column.name] ?? ''}
                width="full"
                autoComplete="off"
                onChange={(text) =>
                  onChange(rows.map((each, at) => (at === index ? { ...each, [column.name]: text } : each)))
                }
              />
            ))}
            <Button small onClick={() => onChange(rows.filter((_, at) => at !== index))}>
              Remove
              <span className="visually-hidden">
                {' '}
                row {index + 1} of {label}
              </span>
            </Button>
          </div>
        ))}
      </div>
      <Button small onClick={add}>
        <PlusIcon /> Add a row<span className="visually-hidden"> to {label}</span>
      </Button>
    </FieldGroup>
  );
};
