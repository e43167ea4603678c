import type { FormManifest } from '../../../model/definition.ts';
import { didYouMean } from '../../../model/nearest.ts';
import type { Pointer } from '../../../../json.ts';
import type { Finding } from '../../problem.ts';
import { compiledForm, everyQuestion } from '../../compiled.ts';
import { manifestTexts } from '../../../model/texts-used.ts';
import type { CheckContext, Rule } from '../rule.ts';

const unlabelled = (context: CheckContext): Finding[] => {
  const form = compiledForm(context);
  const english = context.texts['en'] ?? {};
  return (form ? everyQuestion(form) : []).flatMap(({ textBases, element, schema, schemaPointer, pointer }) => {
    const labelled = textBases.some((base) => Object.hasOwn(english, `${base}.label`));
    const fixed = schema.const !== undefined && schema.type !== 'boolean';
    const branch = typeof schema['title'] === 'string';
    if (labelled || fixed || branch || element.label !== undefined) return [];
    return [
      {
        file: 'schema.json',
        pointer: schemaPointer,
        message: `The question “${pointer}” has no label. Add “${textBases[0] ?? ''}.label”.`,
      },
    ];
  });
};

const keysOf = (manifest: FormManifest | undefined): { key: string; file: string; pointer: Pointer }[] =>
  manifest ? manifestTexts(manifest).map((each) => ({ ...each, file: 'form.json' })) : [];

export const textMissing: Rule = {
  id: 'text-missing',
  severity: 'error',
  about:
    'Every text key that form.json, ui.json or checks.json names, and every question’s label, stands in text.en.json: people would read the key.',
  hint: 'Add the text to text.en.json.',
  wrong: 'ui.json: "scope": "#/properties/firstName", and no text “firstName.label”',
  right: '"firstName.label": "First name"',
  check: (context) => {
    const { manifest, pages, checks, checksReferences, texts } = context;
    const english = texts['en'];
    if (english === undefined) return [];
    const wanted = [
      ...keysOf(manifest),
      ...(pages?.elements ?? []).flatMap(({ element: { type, i18n }, at }) => {
        if (i18n === undefined || type === 'Control') return [];
        return [{ key: `${i18n}.${type === 'Label' ? 'text' : 'label'}`, file: 'ui.json', pointer: at }];
      }),
      ...(checks?.checks ?? []).map((check) => ({
        key: `check.${check.id}`,
        file: 'checks.json',
        pointer: checksReferences?.originOf(check) ?? '',
      })),
    ];
    const missing = wanted.filter(({ key }) => !Object.hasOwn(english, key));
    return [
      ...missing.map(({ key, file, pointer }) => ({
        file,
        pointer,
        message: `There is no text “${key}”.${didYouMean(key, Object.keys(english))}`,
      })),
      ...unlabelled(context),
    ];
  },
};
