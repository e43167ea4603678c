import { compiledForm, everyQuestion } from '../../compiled.ts';
import { didYouMean, namesOf } from '../../../model/nearest.ts';
import type { Place, SchemaModel } from '../../../model/schema-model.ts';
import type { CheckContext, Rule } from '../rule.ts';
import { inEveryText } from './every-text.ts';

/** What the messages of a keyword may name. */
const ofMessages = ['label', 'name', 'length', 'limit', 'rows', 'documents', 'expected'];

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{([A-Za-z][A-Za-z0-9_]*)\}/g)].map(([, name = '']) => name);

const scalars = (place: Place, answers: SchemaModel): string[] =>
  answers
    .childrenOf(place)
    .filter(({ schema }) => schema.type !== 'object' && schema.type !== 'array')
    .map(({ answers: pointer }) => pointer.slice(pointer.lastIndexOf('/') + 1));

/** By text key, the names that may stand in it; keys that are not here are filled in by others. */
const allowed = (context: CheckContext): Map<string, string[]> => {
  const { answers, checks, pages, texts } = context;
  const form = compiledForm(context);
  const names = new Map<string, string[]>();
  if (!answers || !checks || !pages || !form) return names;
  for (const { id, each, facts = {} } of checks.checks) {
    const table = each === undefined ? answers.root : answers.find(each);
    const beside = table === undefined ? [] : scalars(answers.rowOf(table), answers);
    names.set(`check.${id}`, [...beside, ...Object.keys(checks.facts), ...Object.keys(facts)]);
  }
  const questions = everyQuestion(form).flatMap(({ textBases }) => textBases);
  const others = pages.elements.flatMap(({ element: { i18n } }) => (i18n === undefined ? [] : [i18n]));
  const bases = new Set([...questions, ...others]);
  for (const key of Object.values(texts).flatMap((flat) => Object.keys(flat))) {
    const [, base = '', suffix = ''] =
      /^(.+?)\.(label|help|text|add|rows|option\.[^.]+|error\.[A-Za-z]+)$/.exec(key) ?? [];
    if (bases.has(base)) names.set(key, suffix.startsWith('error.') ? ofMessages : []);
  }
  return names;
};

export const placeholderKnown: Rule = {
  id: 'placeholder-known',
  severity: 'error',
  about:
    'A {name} in a text is a value that is known there: in a check’s text an answer beside it or a fact, in a message its label or limit; elsewhere there is none. People would read the braces.',
  hint: 'Correct the name, or write the text without it.',
  wrong: '"check.tooYoung": "Your child is {agee}.", and a fact “age”',
  right: '"check.tooYoung": "Your child is {age}."',
  check: (context) => {
    const names = allowed(context);
    return inEveryText(context.texts, (text, key) => {
      const known = names.get(key);
      if (known === undefined) return [];
      return placeholders(text)
        .filter((name) => !known.includes(name))
        .map((name) =>
          known.length === 0
            ? `Nothing fills in {${name}} here.`
            : `There is no {${name}} here.${didYouMean(name, known)} Known: ${namesOf(known)}.`,
        );
    });
  },
};
