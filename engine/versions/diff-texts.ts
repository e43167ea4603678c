import type { CompiledForm, Question } from '../compile/form.ts';
import type { Texts, UiElement } from '../definition/model/definition.ts';
import { manifestTexts } from '../definition/model/texts-used.ts';
import { textOf, type Pointer } from '../json.ts';
import type { Change } from './change.ts';

/** What a text belongs to, and how one names that. */
interface Owner {
  subject: string;
  /** Of a question. */
  pointer?: Pointer;
}

/** One question as both versions have it; of one that is new or gone, the one there is. */
export type Pair = readonly [before: Question | undefined, after: Question | undefined];

const ofManifest: Readonly<Record<string, string>> = {
  title: 'The form’s title',
  summary: 'The form’s summary',
  group: 'The form’s group',
  family: 'The choice of form',
  start: 'The start page',
  task: 'The task',
  confirm: 'The last question before it is sent',
  pdf: 'The PDF',
  mail: 'A mail',
};

const english = (form: CompiledForm): Texts => form.definition.texts[form.language] ?? {};

const everyPart = (question: Question): Question[] => [question, ...question.parts.flatMap(everyPart)];

/** Both wordings of a question that has two. */
const everyWording = (form: CompiledForm): Question[] => form.questions.flatMap(everyPart);

const keyOf = (form: CompiledForm, { textBases }: Question, suffix: string): string | undefined =>
  textBases.map((base) => `${base}.${suffix}`).find((key) => Object.hasOwn(english(form), key));

const suffixesOf = ({ choices = [] }: Question): string[] => [
  'label',
  'help',
  ...choices.map(({ value }) => `option.${textOf(value)}`),
];

/** Owners by the key of a text, or by what it begins with. */
const ownersIn = (form: CompiledForm): Map<string, Owner> => {
  const { manifest, checks } = form.definition;
  const owners = new Map<string, Owner>();
  const own = (key: string, owner: Owner): void => {
    if (!owners.has(key)) owners.set(key, owner);
  };
  for (const { key, pointer } of manifestTexts(manifest)) {
    const [, member = ''] = pointer.split('/');
    own(key, { subject: ofManifest[member] ?? 'The form' });
  }
  for (const { id, level } of checks.checks) {
    const key = `check.${id}`;
    own(key, { subject: `The ${level} “${english(form)[key] ?? id}”` });
  }
  for (const { id, label } of form.pages) own(`page.${id}`, { subject: `Page “${label}”` });
  for (const question of everyWording(form))
    for (const base of question.textBases)
      own(base, { subject: `Question “${question.label}”`, pointer: question.pointer });
  const walk = (element: UiElement, page: string): void => {
    const { i18n, type, elements = [], options } = element;
    const heading = i18n === undefined ? undefined : english(form)[`${i18n}.label`];
    if (i18n !== undefined && type !== 'Control')
      own(i18n, { subject: heading === undefined ? `A text on the page “${page}”` : `The heading “${heading}”` });
    for (const child of elements) walk(child, page);
    if (options?.detail !== undefined) walk(options.detail, page);
  };
  for (const { element, label } of form.pages) walk(element, label);
  return owners;
};

/** The owner of a text, and what the text is to it: `help`, `error.required`; nothing when the key names it whole. */
const ownerOf = (owners: ReadonlyMap<string, Owner>, key: string): { owner: Owner; suffix: string } | undefined => {
  for (let base = key; base !== ''; base = base.slice(0, Math.max(base.lastIndexOf('.'), 0))) {
    const owner = owners.get(base);
    if (owner !== undefined) return { owner, suffix: key.slice(base.length + 1) };
  }
  return undefined;
};

/** The texts of which the comparison of questions and pages tells already. */
const toldOf = (before: CompiledForm, after: CompiledForm, pairs: readonly Pair[]): ((key: string) => boolean) => {
  const keys = new Set<string | undefined>();
  const bases = new Set<string>();
  for (const [old, now] of pairs) {
    if (old !== undefined && now !== undefined) {
      for (const suffix of suffixesOf(old)) keys.add(keyOf(before, old, suffix));
      for (const suffix of suffixesOf(now)) keys.add(keyOf(after, now, suffix));
    } else for (const base of (old ?? now)?.textBases.slice(0, 1) ?? []) bases.add(base);
  }
  const there = (form: CompiledForm, page: string): boolean => form.pages.some(({ id }) => id === page);
  for (const { id } of [...before.pages, ...after.pages])
    if (there(before, id) && there(after, id)) keys.add(`page.${id}.label`);
    else bases.add(`page.${id}`);
  const [old, now] = [before, after].map((form) => new Set(form.definition.checks.checks.map(({ id }) => id)));
  for (const id of [...(old ?? []), ...(now ?? [])]) if (old?.has(id) !== now?.has(id)) keys.add(`check.${id}`);
  return (key) => keys.has(key) || [...bases].some((base) => key.startsWith(`${base}.`));
};

const quoted = (text: string): string => `“${text.replaceAll(/\s+/g, ' ').trim()}”`;

const wordsFor = (suffix: string, old: string | undefined, now: string | undefined): string => {
  if (/(^|\.)paper$/.test(suffix)) {
    if (now === undefined) return 'has no words of its own on paper any more';
    return now === '-' ? 'says nothing of it on paper' : `says ${quoted(now)} on paper`;
  }
  if (now === undefined) return `no longer says ${quoted(old ?? '')}`;
  if (suffix === 'help') return old === undefined ? `has help now: ${quoted(now)}` : 'has other help';
  if (old === undefined) return `also says ${quoted(now)}`;
  if (suffix === 'label') return `is now called ${quoted(now)}`;
  if (suffix.startsWith('option.')) return `words the choice ${quoted(now)} again`;
  return `says ${quoted(now)} in place of ${quoted(old)}`;
};

const inEnglish = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * Every text that differs, once, by where it stands and in each language; but for what the comparison of `pairs` (questions of both versions)
 * and of pages tells already. Words that no part of the form is known to say are told of the form.
 */
export const textChanges = (before: CompiledForm, after: CompiledForm, pairs: readonly Pair[]): Change[] => {
  const [oldOwners, owners] = [ownersIn(before), ownersIn(after)];
  const isTold = toldOf(before, after, pairs);
  const { texts: oldTexts } = before.definition;
  const { texts } = after.definition;
  const languages = [...new Set([...Object.keys(oldTexts), ...Object.keys(texts)])];
  return languages.flatMap((language) => {
    const [old = {}, now = {}] = [oldTexts[language], texts[language]];
    const differing = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => old[key] !== now[key]);
    return differing.flatMap((key): Change[] => {
      if (language === after.language && isTold(key)) return [];
      const { owner, suffix } = ownerOf(oldOwners, key) ?? ownerOf(owners, key) ?? { owner: undefined, suffix: '' };
      const subject = owner?.subject ?? 'The form';
      const where = language === 'en' ? '' : ` in ${inEnglish.of(language) ?? language}`;
      return [
        {
          level: 'wording',
          ...(owner?.pointer === undefined ? {} : { pointer: owner.pointer }),
          words: `${subject} ${wordsFor(suffix, old[key], now[key])}${where}`,
        },
      ];
    });
  });
};
