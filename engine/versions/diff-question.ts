import type { Question, QuestionKind } from '../compile/form.ts';
import type { Condition } from '../definition/model/definition.ts';
import type { JsonValue, Pointer } from '../json.ts';
import { sameJson, stableJson } from '../json.ts';
import type { Change } from './change.ts';
import { withMovedPlaces, type Way } from './moved-places.ts';

const kinds: Readonly<Record<QuestionKind, string>> = {
  text: 'a line of text',
  longText: 'a long text',
  date: 'a date',
  number: 'a number',
  money: 'an amount of money',
  yesNo: 'yes or no',
  tick: 'a box to tick',
  choice: 'one choice',
  choices: 'several choices',
  group: 'a group of questions',
  table: 'a table',
  fixedTable: 'a table with fixed rows',
  files: 'documents',
  oneOf: 'one of several kinds of answer',
};

/** Answers of the first kind can be kept as answers of the second. */
const goesOn: readonly (readonly [QuestionKind, QuestionKind])[] = [
  ['text', 'longText'],
  ['longText', 'text'],
  ['choice', 'choices'],
  ['number', 'money'],
  ['money', 'number'],
  ['yesNo', 'tick'],
  ['tick', 'yesNo'],
  ['number', 'text'],
  ['group', 'fixedTable'],
  ['fixedTable', 'group'],
];

interface Limit {
  keyword: 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems';
  /** `more`: a higher figure refuses more. */
  tighter: 'more' | 'less';
  words: (figure: number) => string;
}

const limits: readonly Limit[] = [
  { keyword: 'maxLength', tighter: 'less', words: (figure) => `at most ${figure} characters` },
  { keyword: 'minLength', tighter: 'more', words: (figure) => `at least ${figure} characters` },
  { keyword: 'maximum', tighter: 'less', words: (figure) => `at most ${figure}` },
  { keyword: 'minimum', tighter: 'more', words: (figure) => `at least ${figure}` },
  { keyword: 'maxItems', tighter: 'less', words: (figure) => `at most ${figure} entries` },
  { keyword: 'minItems', tighter: 'more', words: (figure) => `at least ${figure} entries` },
];

type ChangeText = Pick<Change, 'level' | 'words'>;

const limitChange = ({ keyword, tighter, words }: Limit, before: Question, after: Question): ChangeText[] => {
  const [old, now] = [before.schema[keyword], after.schema[keyword]];
  if (old === now) return [];
  if (now === undefined) return [{ level: 'compatible', words: `no longer has the limit “${words(old ?? 0)}”` }];
  const tightened = old === undefined || (tighter === 'less' ? now < old : now > old);
  return [
    {
      level: tightened ? 'breaking' : 'compatible',
      words: `now takes ${words(now)}${old === undefined ? '' : ` (was ${old})`}`,
    },
  ];
};

const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(', ');

/** What a migration makes of an answer; itself where it says nothing. */
type Values = Readonly<Record<string, JsonValue>> | undefined;

const carriedTo = (value: JsonValue, values: Values): JsonValue => {
  const key = typeof value === 'object' ? '' : String(value);
  return values !== undefined && Object.hasOwn(values, key) ? (values[key] ?? null) : value;
};

const choicesOf = ({ kind, choices }: Question): JsonValue[] | undefined =>
  kind === 'yesNo' || kind === 'tick' ? [true, false] : choices?.map(({ value }) => value);

/** Whether every answer that could be given before is one that can be given now. */
const carriesAll = (before: Question, after: Question, values: Values): boolean => {
  const [old, now] = [choicesOf(before), choicesOf(after)];
  return (
    values !== undefined &&
    old !== undefined &&
    now !== undefined &&
    old.every((value) => now.some((other) => sameJson(other, carriedTo(value, values))))
  );
};

const choiceChanges = (before: Question, after: Question, values: Values): ChangeText[] => {
  const [old, now] = [before.choices ?? [], after.choices ?? []];
  const lacking = (list: typeof old, others: typeof old): string[] =>
    list.filter(({ value }) => !others.some((other) => sameJson(other.value, value))).map(({ label }) => label);
  const [gone, added] = [lacking(old, now), lacking(now, old)];
  const renamed = now.filter(({ value, label }) =>
    old.some((other) => sameJson(other.value, value) && other.label !== label),
  );
  const carried = carriesAll(before, after, values);
  const into = carried ? '; whoever chose it has another choice now' : '';
  return [
    ...(gone.length > 0
      ? [
          {
            level: carried ? ('compatible' as const) : ('breaking' as const),
            words: `no longer offers ${quoted(gone)}${into}`,
          },
        ]
      : []),
    ...(added.length > 0 ? [{ level: 'compatible' as const, words: `also offers ${quoted(added)}` }] : []),
    ...(renamed.length > 0
      ? [{ level: 'wording' as const, words: `words the choice ${quoted(renamed.map(({ label }) => label))} again` }]
      : []),
  ];
};

const shapeChanges = (before: Question, after: Question): ChangeText[] => {
  const { schema: old } = before;
  const { schema: now } = after;
  const differs = (keyword: 'format' | 'pattern' | 'const' | 'multipleOf' | 'uniqueItems'): boolean =>
    JSON.stringify(old[keyword]) !== JSON.stringify(now[keyword]);
  const requirementChange = (value: JsonValue | undefined | false, words: string): ChangeText =>
    value === undefined || value === false
      ? { level: 'compatible', words: `no longer has to be ${words}` }
      : { level: 'breaking', words: `has to be ${words}` };
  return [
    ...(differs('format') ? [requirementChange(now.format, now.format ?? old.format ?? '')] : []),
    ...(differs('pattern') ? [requirementChange(now.pattern, 'written in a certain way')] : []),
    ...(differs('const') ? [requirementChange(now.const, 'one certain answer')] : []),
    ...(differs('multipleOf') ? [requirementChange(now.multipleOf, 'a multiple of a certain figure')] : []),
    ...(differs('uniqueItems') ? [requirementChange(now.uniqueItems, 'free of repetitions')] : []),
  ];
};

const needChange = (before: Question, after: Question): ChangeText[] => {
  if (before.required === after.required && before.wanted === after.wanted) return [];
  if (after.required) return before.required ? [] : [{ level: 'breaking', words: 'became required' }];
  const gap = after.wanted ? ['a gap is a warning'] : before.wanted ? ['a gap is no warning now'] : [];
  const words = [...(before.required ? ['is no longer required'] : []), ...gap].join('; ');
  return [{ level: 'compatible', words }];
};

const conditionOf = ({ element }: Question): Condition | undefined => element.options?.requiredWhen;

/** What the newer version's migration makes of a question's answers, and which way those of all questions went. */
interface Carrying {
  values: Values;
  ways: readonly Way[];
}

/** Where the places in a question's own conditions are told from: its group or row, or the form. */
const around = ({ pointer }: Question): Pointer => pointer.slice(0, pointer.lastIndexOf('/'));

/** How one question differs between two versions, in words that follow “Question “…””. */
export const questionChanges = (before: Question, after: Question, { values, ways }: Carrying): ChangeText[] => {
  const same = before.kind === after.kind;
  if (
    !same &&
    !carriesAll(before, after, values) &&
    !goesOn.some(([old, now]) => old === before.kind && now === after.kind)
  )
    return [{ level: 'breaking', words: `is now asked as ${kinds[after.kind]} (was ${kinds[before.kind]})` }];
  return [
    ...(same
      ? []
      : [{ level: 'compatible' as const, words: `is now asked as ${kinds[after.kind]} (was ${kinds[before.kind]})` }]),
    ...needChange(before, after),
    ...(stableJson(withMovedPlaces(conditionOf(before), ways, around(before))) === stableJson(conditionOf(after))
      ? []
      : [
          conditionOf(after) === undefined
            ? { level: 'compatible' as const, words: 'is no longer required under a condition' }
            : { level: 'breaking' as const, words: 'became required under another condition' },
        ]),
    ...choiceChanges(before, after, values),
    ...(same ? [...limits.flatMap((limit) => limitChange(limit, before, after)), ...shapeChanges(before, after)] : []),
    ...(before.label === after.label ? [] : [{ level: 'wording' as const, words: `is now called “${after.label}”` }]),
    ...(before.help === after.help ? [] : [{ level: 'wording' as const, words: 'has other help' }]),
  ];
};
