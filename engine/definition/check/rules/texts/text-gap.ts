import { isObject, toPointer } from '../../../../json.ts';
import type { Texts } from '../../../model/definition.ts';
import type { Finding } from '../../problem.ts';
import type { CheckContext, Rule } from '../rule.ts';

const lacking = (english: Texts, flat: Texts): string[] =>
  Object.keys(english).filter((key) => !Object.hasOwn(flat, key));

/** A missing text is written where English has it: beside the English one in its block, or in the form's own file. */
const gap = ({ blocks, sources }: CheckContext, language: string, key: string): Finding => {
  const own = sources.get('text.en.json')?.value;
  const block = Object.keys(blocks).find((name) => Object.hasOwn(blocks[name]?.texts['en'] ?? {}, key));
  if (block === undefined || (isObject(own) && Object.hasOwn(own, key)))
    return { file: `text.${language}.json`, pointer: '', message: `“${key}” is not translated.` };
  return inBlock(block, language, key);
};

const inBlock = (block: string, language: string, key: string): Finding => ({
  file: block,
  pointer: toPointer(['texts', 'en', key]),
  message: `“${key}” is not translated into “${language}”.`,
});

/** What a block lacks of a language that it has begun, where the form itself does not ask for that language. */
const gapsOfBlocks = ({ blocks, texts }: CheckContext): Finding[] =>
  Object.entries(blocks).flatMap(([name, { texts: byLanguage }]) =>
    Object.entries(byLanguage).flatMap(([language, flat]) =>
      language === 'en' || Object.hasOwn(texts, language)
        ? []
        : lacking(byLanguage['en'] ?? {}, flat).map((key) => inBlock(name, language, key)),
    ),
  );

export const textGap: Rule = {
  id: 'text-gap',
  severity: 'warning',
  about:
    'A further language has every text that English has, and no other, in the form and in its shared blocks: where one is missing, people read English in the midst of their own language.',
  hint: 'Translate the text, or take out the one that English does not have.',
  wrong: 'text.cy.json without “firstName.label”',
  right: 'text.cy.json: "firstName.label": "Enw cyntaf"',
  check: (context) => {
    const english = context.texts['en'];
    if (english === undefined) return [];
    const ofForm = Object.entries(context.texts).flatMap(([language, flat]) => {
      if (language === 'en') return [];
      const extra = Object.keys(flat).filter(
        (key) => !Object.hasOwn(english, key) && key !== 'direction' && !/^(message|word)\./.test(key),
      );
      return [
        ...lacking(english, flat).map((key) => gap(context, language, key)),
        ...extra.map((key) => ({
          file: `text.${language}.json`,
          pointer: toPointer([key]),
          message: `English has no text “${key}”.`,
        })),
      ];
    });
    return [...ofForm, ...gapsOfBlocks(context)];
  },
};
