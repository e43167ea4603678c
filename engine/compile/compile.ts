import type { FormDefinition, Texts, UiElement } from '../definition/model/definition.ts';
import { withoutRows, type Pointer } from '../json.ts';
import { lookUp } from '../text/texts.ts';
import type { CompiledForm, Page, Question, Validators } from './form.ts';
import { copyLayout, type Making } from './question.ts';
import { resolve } from './resolve.ts';

const categories = (element: UiElement): UiElement[] =>
  element.type === 'Category' ? [element] : (element.elements ?? []).flatMap(categories);

const pageId = (category: UiElement): string => category.i18n?.split('.').at(-1) ?? '';

const untranslated = (texts: FormDefinition['texts'], language: string): ReadonlySet<string> => {
  const { en = {}, [language]: own = {} } = texts;
  return new Set(Object.keys(en).flatMap((key) => (Object.hasOwn(own, key) ? [] : [en[key] ?? ''])));
};

/**
 * Makes a checked definition ready to run, in one language (English where a text is missing in it); `own` is what the engine itself says
 * in it. Its cost is that of one walk over the
 * form, once per version. Throws on a definition that would not have passed the author's check.
 */
export const compile = (
  definition: FormDefinition,
  validators: Validators,
  language = 'en',
  own: Texts = {},
): CompiledForm => {
  const text = lookUp(definition.texts, language, own);
  const byPointer = new Map<Pointer, Question>();
  const found = (question: Question): void => {
    if (!byPointer.has(question.pointer)) byPointer.set(question.pointer, question);
  };
  const place = { pointer: '', resolved: resolve(definition.schema, definition.schema, '') };
  const pages = categories(definition.ui).map((category, index): Page => {
    const making: Making = { root: definition.schema, text, pageId: pageId(category), found };
    const { element, questions } = copyLayout(making, category, place);
    const help = text(`${category.i18n ?? ''}.help`);
    return {
      id: making.pageId,
      number: index + 1,
      label: text(`${category.i18n ?? ''}.label`) ?? making.pageId,
      ...(help === undefined ? {} : { help }),
      element,
      questions,
    };
  });
  return {
    definition,
    language,
    direction: definition.texts[language]?.['direction'] === 'rtl' ? 'rtl' : 'ltr',
    untranslated: untranslated(definition.texts, language),
    pages,
    questions: pages.flatMap((page) => page.questions),
    validators,
    questionAt: (pointer) => byPointer.get(withoutRows(pointer)),
    text,
  };
};
