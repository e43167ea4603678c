import { useEffect, useRef } from 'react';
import { firstText, type Question } from '../../../engine/index.ts';
import { valueAt, type JsonValue, type Pointer } from '../../../engine/json.ts';
import { useFilling, useTools } from '../../form/filling-context.ts';
import { Button } from '../../parts/Button.tsx';
import { focusTarget } from '../../parts/ErrorSummary.tsx';
import { FieldGroup } from '../../parts/inputs/Field.tsx';
import { PlusIcon } from '../../parts/icons.tsx';
import { idOf, useQuestionState, type QuestionState, type ControlProps } from '../question.tsx';
import { lastOf, useShownColumns } from '../rows/cells.ts';
import { FullScreen } from '../rows/FullScreen.tsx';
import { Grid } from '../rows/Grid.tsx';
import { GridRow } from '../rows/GridRow.tsx';
import { rowName } from '../rows/row-name.ts';
import { totalOf } from '../rows/totals.ts';
import { UndoLine } from '../rows/UndoLine.tsx';
import { useRows } from '../rows/use-rows.ts';
import { asks } from '../testers.ts';
import { useFormT } from '../../form/words.ts';
import { FormText } from '../FormText.tsx';

/** Rows that the person adds and removes. */
export const Table = (props: ControlProps) => {
  const state = useQuestionState(props);
  const { question, pointer, texts } = state;
  const empty = useFilling(({ answers }) => isBlankList(valueAt(answers, pointer)));
  return (
    <FieldGroup {...texts}>
      <FullScreen title={question.label} offered={question.element.options?.fullScreen === true} empty={empty}>
        <TableRows {...state} />
      </FullScreen>
    </FieldGroup>
  );
};

const TableRows = ({ question, pointer, readOnly }: Omit<QuestionState, 'value'>) => {
  const { keys, removed, ...rows } = useRows(pointer);
  const toFocus = useRef<Pointer>(undefined);
  useEffect(() => {
    if (toFocus.current !== undefined) focusTarget(idOf(toFocus.current));
    toFocus.current = undefined;
  }, [keys]);

  const { detail, totals = [] } = question.element.options ?? {};
  const places = keys.map((_, index) => `${pointer}/${index}`);
  const columns = useShownColumns(
    question.parts,
    places.map((place) => ({ detail, pointer: place })),
  );
  const { locked } = useTools();
  const t = useFormT();
  const isFixed = (place: Pointer): boolean => [...locked].some((cell) => cell.startsWith(`${place}/`));
  const { maxItems = Infinity, items = {} } = question.schema;
  return (
    <>
      {keys.length > 0 && (
        <Grid
          caption={question.label}
          corner={t('table.row')}
          headings="number"
          columns={columns}
          removable={!readOnly}
        >
          {places.map((place, index) => (
            <GridRow
              key={keys[index]}
              pointer={place}
              name={t('table.rowNumber', { number: index + 1 })}
              heading={<RowNumber number={index + 1} />}
              columns={columns}
              detail={detail}
              schema={items}
            >
              {!readOnly && !isFixed(place) && (
                <RemoveRow
                  {...{ question, pointer: place, number: index + 1 }}
                  onRemove={(name) => rows.remove(index, name)}
                />
              )}
            </GridRow>
          ))}
        </Grid>
      )}
      {removed && (
        <UndoLine
          key={removed.id}
          name={removed.name}
          onUndo={() => {
            toFocus.current = `${pointer}/${removed.index}`;
            rows.undo();
          }}
          onOver={rows.forget}
        />
      )}
      {keys.length > 0 && totals.map((name) => <Total key={name} {...{ question, pointer, name }} />)}
      {!readOnly && keys.length < maxItems && (
        <Button
          onClick={() => {
            toFocus.current = `${pointer}/${keys.length}`;
            rows.add();
          }}
        >
          <PlusIcon /> <AddWords question={question} first={keys.length === 0} />
        </Button>
      )}
      {keys.length >= maxItems && <p className="muted">{t('table.full', { count: maxItems })}</p>}
    </>
  );
};

const isBlankList = (value: JsonValue | undefined): boolean => !Array.isArray(value) || value.length === 0;

/** The form's own words once there is a row (“Add another contact”). */
const AddWords = ({ question, first }: { question: Question; first: boolean }) => {
  const { form } = useTools().filling;
  const t = useFormT();
  const own = first ? undefined : firstText(form.text, question.textBases, 'add');
  if (own !== undefined) return <FormText text={own} />;
  return (
    <>
      {t(first ? 'table.add' : 'table.addAnother')}
      <span className="visually-hidden">{t('table.addTo', { table: question.label })}</span>
    </>
  );
};

const RowNumber = ({ number }: { number: number }) => (
  <>
    <span className="grid-row-word">{useFormT()('table.row')} </span>
    {number}
  </>
);

type InTable = Pick<QuestionState, 'question' | 'pointer'>;

const RemoveRow = ({
  question,
  pointer,
  number,
  onRemove,
}: InTable & { number: number; onRemove: (name: string) => void }) => {
  const t = useFormT();
  const name = useFilling(({ answers }) => rowName(question.parts, valueAt(answers, pointer), t.language));
  const whole = name === '' ? t('table.rowNumber', { number }) : t('table.rowNamed', { number, name });
  return (
    <Button look="quiet" small onClick={() => onRemove(whole.charAt(0).toUpperCase() + whole.slice(1))}>
      {t('remove')}
      <span className="visually-hidden"> {whole}</span>
    </Button>
  );
};

const Total = ({ question, pointer, name }: InTable & { name: string }) => {
  const t = useFormT();
  const column = question.parts.find((part) => lastOf(part.pointer) === name);
  const sum = useFilling(({ answers }) => (column ? totalOf(column, valueAt(answers, pointer)) : ''));
  return column ? (
    <p className="grid-total">
      {t('table.total', { column: column.label })} <strong className="numbers">{sum}</strong>
    </p>
  ) : null;
};

export const tableTester = asks('table');
