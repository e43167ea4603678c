import { useMemo } from 'react';
import { firstText, type Question } from '../../../engine/index.ts';
import { useFilling, useTools } from '../../form/filling-context.ts';
import { FieldGroup } from '../../parts/inputs/Field.tsx';
import { Elements } from '../dispatch.tsx';
import { pathOf, useQuestionState, type QuestionState, type ControlProps } from '../question.tsx';
import { lastOf, useCells, useShownColumns } from '../rows/cells.ts';
import { FullScreen } from '../rows/FullScreen.tsx';
import { Grid } from '../rows/Grid.tsx';
import { GridRow } from '../rows/GridRow.tsx';
import { asks } from '../testers.ts';
import { Words } from '../Words.tsx';
import { FormText } from '../FormText.tsx';

/** Rows that the form names; rows that the person adds may stand under them. */
export const FixedTable = (props: ControlProps) => {
  const state = useQuestionState(props);
  const { question, texts } = state;
  return (
    <FieldGroup {...texts}>
      <FullScreen title={question.label} offered={question.element.options?.fullScreen !== false}>
        <NamedRows {...state} />
      </FullScreen>
    </FieldGroup>
  );
};

/** The columns of all rows, each once. */
const columnsOf = (rows: readonly Question[]): Question[] => {
  const columns = new Map<string, Question>();
  for (const part of rows.flatMap(({ parts }) => parts)) {
    const name = lastOf(part.pointer);
    if (!columns.has(name)) columns.set(name, part);
  }
  return [...columns.values()];
};

const NamedRows = ({ question, pointer }: Omit<QuestionState, 'value'>) => {
  const { form } = useTools().filling;
  const cells = useCells(question.element.options?.detail, pointer);
  const rows = question.parts.filter((row) => row.kind !== 'table' && cells.has(lastOf(row.pointer)));
  const columns = useShownColumns(
    useMemo(() => columnsOf(question.parts.filter(({ kind }) => kind !== 'table')), [question]),
    rows.map((row) => ({ detail: row.element.options?.detail, pointer: row.pointer })),
  );
  const free = [...cells.values()].filter(({ options }) => options?.['kind'] === 'table');
  return (
    <>
      <Grid
        caption={question.label}
        corner={firstText(form.text, question.textBases, 'rows') ?? ''}
        headings="words"
        columns={columns}
      >
        {rows.map((row) => (
          <GridRow
            key={row.pointer}
            pointer={row.pointer}
            name={row.label}
            heading={<RowWords row={row} />}
            columns={columns}
            detail={row.element.options?.detail}
            schema={row.schema}
          />
        ))}
      </Grid>
      {free.length > 0 && (
        <div className="grid-free">
          <Elements elements={free} path={pathOf(pointer)} schema={question.schema} />
        </div>
      )}
    </>
  );
};

const RowWords = ({ row }: { row: Question }) => {
  const required = useFilling(({ shown }) => shown.requires(row.pointer));
  return (
    <>
      <FormText text={row.label} />
      {required && (
        <span className="field-required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
      {row.help !== undefined && (
        <span className="grid-help">
          <Words text={row.help} />
        </span>
      )}
    </>
  );
};

export const fixedTableTester = asks('fixedTable');
