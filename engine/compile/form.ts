/** A form made ready to run: what compile() gives and everything else takes. */
import type { FormDefinition, Schema, UiElement } from '../definition/model/definition.ts';
import type { JsonValue, Pointer } from '../json.ts';

/** How a question is asked and its answer read; follows from schema and options alone. */
export type QuestionKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'number'
  | 'money'
  | 'yesNo'
  | 'tick'
  | 'choice'
  | 'choices'
  | 'group'
  | 'table'
  | 'fixedTable'
  | 'files'
  | 'oneOf';

export interface Choice {
  value: JsonValue;
  label: string;
}

/** A question as the person knows it. Columns of a table and parts of a group are questions too. */
export interface Question {
  /** Where its answer is; rows of a table are `*`, as in `contacts`, any row, `phone`. */
  pointer: Pointer;
  kind: QuestionKind;
  label: string;
  help?: string;
  /** Must be answered whenever it is shown. */
  required: boolean;
  /** Not required, but a gap is told as a warning. */
  wanted: boolean;
  /** With references resolved. */
  schema: Schema;
  /** Where that schema stands in `schema.json`, references followed; `branch:` keys begin with it. */
  schemaPointer: Pointer;
  /** The element of the compiled page; groups, tables and fixed tables have their `options.detail` filled in. */
  element: UiElement;
  pageId: string;
  /** Under which its texts are looked up; the first that has one wins. */
  textBases: readonly string[];
  choices?: Choice[];
  /**
   * `table`: its columns. `group`: its parts. `fixedTable`: its rows, each with `parts` as its columns. `oneOf`: its branches, each
   * with `parts` as its fields.
   */
  parts: Question[];
}

export interface Page {
  id: string;
  /** 1-based, by ui.json's order. */
  number: number;
  label: string;
  help?: string;
  element: UiElement;
  questions: Question[];
}

/** Fails by returning errors, as Ajv's functions do. */
export interface SchemaError {
  /** Pointer into the answers. */
  instancePath: Pointer;
  keyword: string;
  params: Record<string, unknown>;
}

/** One precompiled schema. `undefined` data is allowed (a condition over a missing answer). */
export type Validate = (data: unknown) => SchemaError[];

/**
 * Precompiled validators by key: `all`, `page:<id>`, `condition:<stable JSON of the schema>` and
 * `branch:<schema pointer>`, such as `branch:/properties/pet/oneOf/1`.
 */
export type Validators = (key: string) => Validate | undefined;

export interface CompiledForm {
  definition: FormDefinition;
  language: string;
  pages: Page[];
  /** Top-level questions in the order of the pages. */
  questions: Question[];
  validators: Validators;
  /** The question whose answer is at this pointer (a row's number or `*`), if there is one. */
  questionAt: (pointer: Pointer) => Question | undefined;
  direction: 'ltr' | 'rtl';
  /** English texts that stand in for those that the form's language lacks, as they are written. */
  untranslated: ReadonlySet<string>;
  /** Text by key, with `{name}` filled in; undefined where no such key stands in texts. */
  text: (key: string, values?: Record<string, string | number>) => string | undefined;
}

/** What answers are judged against besides themselves. Time comes from outside; the engine has no clock. */
export interface AnswerContext {
  /** ISO date in the council's time zone. */
  today: string;
  /** Known values by dotted name, such as `user.professional: true` or `draft.startedOn: "2026-11-01"`. */
  values: Record<string, JsonValue>;
  /** Questions that are not asked of whoever looks, for what they ask is kept from them; rows are `*`. */
  notAsked?: readonly Pointer[];
  /** What is hidden was left out of the answers, by those who know all that the rules look at: whatever is there is shown. */
  nothingHidden?: boolean;
}
