import { textOf } from '../../../../engine/json.ts';
import { formatDate, isRealDate } from '../../../../engine/index.ts';
import type { Case, CaseSettings } from '../../../../wire/case.ts';
import { Facts, type Fact } from '../../../parts/Facts.tsx';
import { Table } from '../../../parts/Table.tsx';
import { rowsOf } from './typed-case.ts';

type Field = CaseSettings['fields'][number];

const shown = ({ kind, choices = [] }: Field, value: unknown): string => {
  if (value === undefined || value === null) return '';
  const text = textOf(value);
  if (kind === 'date') return isRealDate(text) ? formatDate(text) : text;
  return choices.find((choice) => choice.value === text)?.label ?? text;
};

/** What is known in a case, from which forms are filled in. */
export const CaseValues = ({ found, settings }: { found: Case; settings: CaseSettings }) => {
  const plain = settings.fields.filter(({ kind }) => kind !== 'list');
  const lists = settings.fields.filter(({ kind, name }) => kind === 'list' && rowsOf(found.values[name]).length > 0);
  const facts = plain
    .map((field): Fact => ({ label: field.label, value: shown(field, found.values[field.name]) }))
    .filter(({ value }) => value !== '');
  return (
    <section>
      <h2>Details used to fill in forms</h2>
      {facts.length === 0 && lists.length === 0 && (
        <p>There are no details yet. Select Change above to add some. We will not ask for them again.</p>
      )}
      <Facts facts={facts} />
      {lists.map(({ name, label, columns = [] }) => (
        <Table
          key={name}
          caption={label}
          columns={columns.map((column) => ({
            label: column.label,
            cell: ({ row }: { row: Record<string, string>; key: string }) => (
              <span className="lines">{row[column.name] ?? ''}</span>
            ),
          }))}
          rows={rowsOf(found.values[name]).map((row, index) => ({ row, key: String(index) }))}
          rowKey={({ key }) => key}
        />
      ))}
    </section>
  );
};
