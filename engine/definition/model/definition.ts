/**
 * A form package as data: what the files of `forms/<id>/<version>/` say once they have been parsed and checked.
 * Nothing here knows what any form is about.
 */
import type { Party } from '../../privacy/party.ts';
import type { Migration } from '../../versions/migration.ts';
import type { JsonObject, JsonValue, Pointer } from '../../json.ts';

/** ISO 8601 duration of whole days or weeks, such as `P30D` or `P8W`. */
export type Duration = string;

/** `form.json`: identity, audience, life cycle and wording keys. Its JSON Schema is `manifest.schema.json`. */
export interface FormManifest {
  $schema?: string;
  id: string;
  /** Semantic version, equal to the folder's name. */
  version: string;
  /** Text key of the form's full title, as people know it. */
  title: string;
  /** Text key of one sentence about the form, for lists. */
  summary: string;
  /** `application`: started by the person who fills it in. `task`: sent to somebody by the council. */
  kind: 'application' | 'task';
  /** Text key of the heading under which the form stands on the landing page. */
  group: string;
  /** Names the family of variants that one start page offers together; the chooser lists them by `order`. */
  family?: { id: string; title: string; question: string; order: number };
  audience: Audience[];
  /** Whom the answers are about; lists, headers and print show it. */
  subject: { firstName: Pointer; lastName: Pointer; dateOfBirth?: Pointer };
  /** What stands before the first page: text keys of paragraphs, what to have ready, and how long it takes. */
  start?: {
    paragraphs: string[];
    ready: string[];
    minutes: [number, number];
    links: { text: string; setting: string }[];
  };
  prefill: Prefill[];
  attachments?: AttachmentRules;
  routing: { team: string } | { at: Pointer; teams: Record<string, string>; otherwise: string };
  task?: TaskRules;
  /** `keep`: years after submitting, or until an age of whom it is about, whichever is later. */
  retention: {
    draftDays: number;
    submittedDays: number;
    retractedDays: number;
    keep?: { years?: number; untilAge?: number };
  };
  /** Text keys of the submit button and of the prompt that follows it. */
  confirm: { button: string; question: string };
  pdf: { title: string; header: string; classification: string; omitEmpty: boolean; cover: CoverLine[] };
  /** Text keys of the mails' subjects and bodies, by event. */
  mail: Record<string, { subject: string; body: string }>;
}

export type Audience = 'parent' | 'young-person' | 'professional' | 'council';

/** One line of the cover block in print: something of the submission itself, an answer or a derived fact; `plus` is added to a date. */
export type CoverLine = { label: string } & (
  | { at: Pointer; plus?: Duration }
  | { fact: string; plus?: Duration }
  | { from: 'receivedOn' | 'reference' }
  | { from: 'receivedOn'; plus: Duration }
);

export interface Prefill {
  to: Pointer;
  /** Dotted name of a known value, such as `user.name`, `user.organisation`, `child.dateOfBirth`, `task.dueDate`, `today`. */
  from: string;
  locked: boolean;
}

export interface AttachmentRules {
  /** The answer that holds the list of documents. */
  at: Pointer;
  extensions: string[];
  maxBytes: number;
  maxFiles: number;
  /** By kind of document, from whom documents of that kind are kept, unless they added them. */
  confidentialFrom?: Record<string, Party[]>;
}

/** What a task shows besides its form. */
export type TaskPart = 'address' | 'dateOfBirth' | 'documents';

export interface TaskRules {
  due: Duration;
  assignTo: ('user' | 'work-group')[];
  counterSignature: 'none' | 'optional' | 'required';
  /** Text keys of job roles, of which whoever counter-signs has one. */
  counterSignedBy?: string[];
  /** Answers that the sender gives when sending it; whoever fills the form in cannot change them. */
  sends?: Pointer[];
  /** From whom parts of the task's header, and the documents that the council sends with it, are kept. */
  confidentialFrom?: Partial<Record<TaskPart, Party[]>>;
  schedule?: { before: string; lead: Duration };
}

/**
 * JSON Schema 2020-12 as the engine reads it. Extra keywords: `i18n`, fallback text keys with a space between; `wanted`, answers of which a gap
 * is a warning.
 */
export interface Schema {
  $id?: string;
  $schema?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';
  i18n?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  wanted?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  enum?: JsonValue[];
  const?: JsonValue;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  contains?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  [keyword: string]: unknown;
}

/**
 * A condition of JSON Forms. `scope` is `#/properties/a/properties/b` for an answer or `#/$facts/<name>` for a derived
 * fact. Inside a table's `detail`, scopes are relative to the row.
 */
export type Condition =
  | { type?: 'SCHEMA'; scope: string; schema: Schema; failWhenUndefined?: boolean }
  | { type: 'LEAF'; scope: string; expectedValue: JsonValue }
  | { type: 'AND' | 'OR'; conditions: Condition[] };

export interface Rule {
  effect: 'SHOW' | 'HIDE' | 'ENABLE' | 'DISABLE';
  condition: Condition;
}

/** An element of `ui.json`: JSON Forms' own UI schema. `{ "$ref": "#/$defs/…" }` anywhere in it has been resolved. */
export interface UiElement {
  type:
    | 'Categorization'
    | 'Category'
    | 'Group'
    | 'VerticalLayout'
    | 'HorizontalLayout'
    | 'Control'
    | 'Label'
    | (string & {});
  scope?: string;
  /** Text key. Category: `page.<page id>`; the id is its last part. */
  i18n?: string;
  /** Literal label of JSON Forms; ours come from texts, so `false` (no label) is its main use. */
  label?: string | boolean;
  elements?: UiElement[];
  rule?: Rule;
  options?: UiOptions;
}

/** What a control may be told. Everything has a default that follows from the schema. */
export interface UiOptions {
  /** Long text that grows. Default: `maxLength` over 300. */
  multi?: boolean;
  /** `radio`, `select`: how a choice looks (default: up to 8 radio, more a searched list). `tick`: a boolean as one box. */
  format?: 'radio' | 'select' | 'tick' | 'money' | 'files' | 'fixed-table' | 'group';
  readonly?: boolean;
  /** In a column of a table: what was filled in when the form was begun cannot be changed, nor its rows removed. */
  lockedWhenPrefilled?: boolean;
  /** The question, not required otherwise, is while this holds; scopes are as in rules. */
  requiredWhen?: Condition;
  /** The question, or all that stands on the page or in the group, is never asked of, shown or sent to any of these. */
  confidentialFrom?: Party[];
  width?: 'short' | 'half' | 'full';
  /** HTML `autocomplete` token (WCAG 1.3.5). */
  autocomplete?: string;
  /** Layout of one row of a table, or of a group's fields; scopes are relative to the row or the group. */
  detail?: UiElement;
  /** Columns whose sum stands under the table. */
  totals?: string[];
  fullScreen?: boolean;
  /** Suggestions while typing, from a named register of the council; choosing one fills other answers. */
  suggest?: { register: string; fills: Record<Pointer, string> };
  /** Choices that the account adds to the enum, such as `people`; they stand after the choices named in `after`. */
  choicesFrom?: { source: 'people'; after: string; fills: Record<Pointer, string> };
  /** `council`: printed only in the council's own copy. */
  print?: 'council';
  [option: string]: unknown;
}

/** `checks.json`: facts derived from answers, and rules across answers. */
export interface Checks {
  facts: Record<string, Fact>;
  checks: Check[];
}

/** A named value derived from answers: `fn` is a function of `engine/facts/`, the rest are its arguments. */
export type Fact = { fn: string } & JsonObject;

/** When `when` holds there is a problem at `at`, worded by text key `check.<id>`. */
export interface Check {
  id: string;
  level: 'error' | 'warning';
  /** A warning that only the council reads, once the form has been submitted; whoever fills it in never sees it. */
  for?: 'council';
  at: Pointer;
  /** A table whose rows are checked one by one; `at`, `when` and `facts` are then relative to the row. */
  each?: Pointer;
  facts?: Record<string, Fact>;
  when: Condition;
  /** Where the rule comes from; for authors. */
  source?: { law: string; says: string };
  /** Where the person may go instead: another form that takes the answers named by `carry` along. */
  link?: { form: string; carry: Pointer[] };
}

/** `text.<language>.json`: flat, by key. */
export type Texts = Record<string, string>;

/** Parts of a form that several forms share: pieces of the other files under names of their own, and all texts that belong to them. */
export interface Block {
  schema?: JsonObject;
  ui?: JsonObject;
  checks?: JsonObject;
  /** By language. */
  texts: Record<string, Texts>;
}

/** One recorded set of answers with what must come of it. */
export interface Example {
  title: string;
  /** The day on which it is judged, ISO date. */
  today: string;
  context?: Record<string, JsonValue>;
  answers: JsonObject;
  expect:
    | { outcome: 'accepted'; warnings?: ExpectedProblem[] }
    | { outcome: 'rejected'; problems: ExpectedProblem[]; warnings?: ExpectedProblem[] };
  /** Pages (by id) that must be shown, and answers that must be hidden, for these answers. */
  hidden?: Pointer[];
}

export interface ExpectedProblem {
  pointer: Pointer;
  /** A JSON Schema keyword, or `check:<id>`. */
  keyword: string;
}

export interface FormDefinition {
  manifest: FormManifest;
  schema: Schema;
  ui: UiElement;
  checks: Checks;
  texts: Record<string, Texts>;
  /** What became of answers to the version before. */
  migration?: Migration;
  /** SHA-256 (hex) over the package's files, examples left out; names this version for ever. */
  hash: string;
}
