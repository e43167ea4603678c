import { isObject, toPointer } from '../../../../json.ts';
import { compiledForm, everyQuestion } from '../../compiled.ts';
import type { Finding } from '../../problem.ts';
import type { CheckContext, Rule } from '../rule.ts';

/** What is done with a page in a browser, and what only stands there, by language. */
const SCREEN: Readonly<Record<string, RegExp>> = {
  en: new RegExp(
    [
      String.raw`click(?:s|ed|ing)?|upload(?:s|ed|ing)?|scroll(?:s|ed|ing)?|submit(?:s|ted)?|buttons?|drop-?downs?|browsers?|re-assign`,
      String.raw`on(?:-| )?screen|the screen|log(?:ged)? (?:in|on)|sign(?:ed)? in to`,
      String.raw`(?:select|press|tap) (?:on |the |a |an |your |“|")|start to type|type (?:the|it|your|a) `,
      String.raw`(?:in|from) the list already|(?:not )?in the list, (?:choose|type)|sav(?:e|ed) (?:it|this|them|and|your)`,
      String.raw`file (?:types?|sizes?|versions?)|(?:single|separate|upload|one) files?|PDF files?`,
      String.raw`we (?:then )?fill in|filled in when|(?:go on to|after|on) (?:this page you|the next page)|worked out from|(?:of|in|from|on) your account|stands under the table|of this task`,
    ].join('|'),
    'giu',
  ),
  pl: /klik(?:nij|nąć|ając|nię)\p{L}*|naci(?:śnij|snąć|śnię)\p{L}*|przycisk\p{L}*|ekran\p{L}*|zapisać|przes(?:łać|łan)\p{L}*|prześlij|(?:jest na|z) li(?:ście|sty)|plik(?:i|ów|u|iem|ami)?(?!\p{L})|zalogow\p{L}*|zacząć pisać|na koncie/giu,
};

/** Whole words only; `\b` knows no letters but English ones. */
const screenWords = (language: string, text: string): string[] => {
  const pattern = SCREEN[language];
  if (pattern === undefined) return [];
  const isWhole = ({ index, 0: word }: RegExpExecArray): boolean =>
    !/\p{L}/u.test(text[index - 1] ?? '') && !(/\p{L}$/u.test(word) && /\p{L}/u.test(text[index + word.length] ?? ''));
  return [...new Set([...text.matchAll(pattern)].filter(isWhole).map(([word]) => word.trim()))];
};

/** Keys of what a form for paper prints; of each, all that may stand for one text, the first that is there wins. */
const printedKeys = (context: CheckContext): string[][] => {
  const form = compiledForm(context);
  if (form === undefined) return [];
  const ofElements = (context.pages?.elements ?? []).flatMap(({ element: { type, i18n } }) => {
    if (i18n === undefined || type === 'Control') return [];
    return type === 'Label' ? [[`${i18n}.text`]] : [[`${i18n}.label`], [`${i18n}.help`]];
  });
  const ofQuestions = everyQuestion(form).flatMap(({ textBases }) =>
    ['label', 'help'].map((suffix) => textBases.map((base) => `${base}.${suffix}`)),
  );
  return [...ofElements, ...ofQuestions];
};

/** Where somebody wrote it: in the form's own file, or in a block. */
const placeOf = (
  { blocks, sources }: CheckContext,
  language: string,
  key: string,
): Pick<Finding, 'file' | 'pointer'> => {
  const file = `text.${language}.json`;
  const own = sources.get(file)?.value;
  const block = Object.keys(blocks).find((name) => Object.hasOwn(blocks[name]?.texts[language] ?? {}, key));
  return block === undefined || (isObject(own) && Object.hasOwn(own, key))
    ? { file, pointer: toPointer([key]) }
    : { file: block, pointer: toPointer(['texts', language, key]) };
};

export const screenWordsOnPaper: Rule = {
  id: 'screen-words',
  severity: 'warning',
  about:
    'Who fills the form in on paper can click, upload and save nothing: a label, a help or a note that speaks of such things says something else there.',
  hint: 'Add the same key with “.paper” behind it: other words, or - for a help or a note that says nothing on paper.',
  wrong: '"club.help": "Start to type, and choose your club from the list."',
  right: '"club.help.paper": "Write the whole name of the club."',
  check: (context) =>
    Object.entries(context.texts).flatMap(([language, flat]) => {
      const printed = printedKeys(context).flatMap((keys) => {
        const paper = keys.map((key) => `${key}.paper`).find((key) => Object.hasOwn(flat, key));
        const key = paper ?? keys.find((each) => Object.hasOwn(flat, each));
        return key === undefined ? [] : [key];
      });
      return [...new Set(printed)].flatMap((key) =>
        screenWords(language, flat[key] ?? '').map((word) => ({
          ...placeOf(context, language, key),
          message: `On paper nobody can do what “${key}” says: “${word}”.`,
        })),
      );
    }),
};
