/** What the preview's page and its server tell each other. */
import Type, { type Static } from 'typebox';

const Severity = Type.Union([Type.Literal('error'), Type.Literal('warning')]);

const Fault = Type.Object({
  file: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  severity: Severity,
  rule: Type.String(),
  message: Type.String(),
  hint: Type.String(),
});
export type Fault = Static<typeof Fault>;

/** GET /preview/state: the newest version on disk, and what can be shown of it. */
export const State = Type.Object({
  form: Type.String(),
  title: Type.String(),
  version: Type.String(),
  published: Type.Boolean(),
  versions: Type.Array(Type.String()),
  /** Changes whenever a file does. */
  change: Type.Integer(),
  /** Hash of the version that can be shown: the newest, or what it was when it could last be read. Empty when there was none. */
  shown: Type.String(),
  /** Why the files as they are now cannot be shown; absent when they can. */
  broken: Type.Optional(Type.String()),
  problems: Type.Array(Fault),
  examples: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
  languages: Type.Array(Type.String()),
});
export type State = Static<typeof State>;

/** POST /preview/open: an example by its name, or the answers of another draft; else blank. */
export const Open = Type.Object(
  {
    example: Type.Optional(Type.String({ maxLength: 200 })),
    language: Type.Optional(Type.String({ maxLength: 20 })),
    from: Type.Optional(Type.String({ maxLength: 80 })),
  },
  { additionalProperties: false },
);
export const Opened = Type.Object({ draft: Type.String(), shown: Type.String(), address: Type.String() });
export type Opened = Static<typeof Opened>;

const FoundProblem = Type.Object({
  level: Severity,
  page: Type.String(),
  pointer: Type.String(),
  keyword: Type.String(),
  message: Type.String(),
});

/** GET /preview/answers: what is stored, the facts that follow from it, and what would be said at submit. */
export const Answers = Type.Object({
  answers: Type.Unknown(),
  facts: Type.Unknown(),
  problems: Type.Array(FoundProblem),
});
export type Answers = Static<typeof Answers>;

/** A condition with its parts one under another, each with its depth. */
const Line = Type.Object({ depth: Type.Integer(), words: Type.String(), holds: Type.Boolean() });
const Hidden = Type.Object({
  kind: Type.String(),
  page: Type.String(),
  label: Type.String(),
  place: Type.String(),
  effect: Type.String(),
  questions: Type.Array(Type.String()),
  because: Type.Array(Line),
});
/** GET /preview/why: what is hidden and why, and the pages that are shown. */
export const Why = Type.Object({ hidden: Type.Array(Hidden), pages: Type.Array(Type.String()) });
export type Why = Static<typeof Why>;

const Told = Type.Object({ keyword: Type.String(), message: Type.String() });
const MessagesOf = Type.Object({
  depth: Type.Integer(),
  label: Type.String(),
  pointer: Type.String(),
  messages: Type.Array(Told),
});
/** GET /preview/messages: every message of every question, page by page; then those of checks across answers. */
export const Messages = Type.Object({
  pages: Type.Array(Type.Object({ label: Type.String(), questions: Type.Array(MessagesOf) })),
  checks: Type.Array(
    Type.Object({ id: Type.String(), level: Type.String(), at: Type.String(), message: Type.String() }),
  ),
});
export type Messages = Static<typeof Messages>;

/** GET /preview/files: texts by path. */
export const Files = Type.Record(Type.String(), Type.String());
export type Files = Static<typeof Files>;
