import type { CompiledForm } from '../../../../compile/form.ts';
import { textOf, toPointer } from '../../../../json.ts';
import { manifestTexts } from '../../../model/texts-used.ts';
import { compiledForm, everyQuestion } from '../../compiled.ts';
import type { Rule } from '../rule.ts';

/** What may stand behind a question's base. */
const SUFFIX =
  /\.(label|help|add|rows|option\.[^.]+|error\.(required|type|enum|const|format|pattern|contains|oneOf|anyOf|multipleOf|uniqueItems|(min|max)(imum|Length|Items)|exclusiveM(in|ax)imum))$/;
/** What stands for a text on paper. */
const FOR_PAPER = /(\.label|\.help|\.text)\.paper$/;
/** Texts that the service itself asks for. */
const OF_THE_SERVICE = /^(message|word)\.|^direction$/;

/** The words of choices, and of the branches of oneOf and anyOf by number. */
const optionTexts = (form: CompiledForm): Set<string> =>
  new Set(
    everyQuestion(form).flatMap(({ textBases, choices, kind, parts }) => {
      const codes =
        kind === 'oneOf' ? parts.map((_, index) => String(index)) : (choices ?? []).map(({ value }) => textOf(value));
      return textBases.flatMap((base) => codes.map((code) => `${base}.option.${code}`));
    }),
  );

export const textUnused: Rule = {
  id: 'text-unused',
  severity: 'warning',
  about:
    'A text that nothing names is read by nobody; most often its key is misspelt, and its question shows something else.',
  hint: 'Correct the key, or take the text out.',
  wrong: '"firstname.label": "First name", beside a property firstName',
  right: '"firstName.label": "First name"',
  check: (context) => {
    const { manifest, pages, checks, texts } = context;
    const form = compiledForm(context);
    if (!manifest || !pages || !checks || !form) return [];
    const exactly = new Set([
      ...manifestTexts(manifest).map(({ key }) => key),
      ...checks.checks.map(({ id }) => `check.${id}`),
      ...pages.elements.flatMap(({ element: { type, i18n } }) =>
        i18n === undefined || type === 'Control' ? [] : [`${i18n}.label`, `${i18n}.help`, `${i18n}.text`],
      ),
    ]);
    const bases = new Set(everyQuestion(form).flatMap(({ textBases }) => textBases));
    for (const { schema } of context.answers?.all() ?? [])
      for (const branch of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
        if (branch.i18n !== undefined) bases.add(branch.i18n);
    const options = optionTexts(form);
    // A block brings all its texts along, and a form need not ask all that the block has.
    const ofBlocks = (language: string, key: string): boolean =>
      Object.values(context.blocks).some((block) => Object.hasOwn(block.texts[language] ?? {}, key));
    return Object.entries(texts).flatMap(([language, flat]) =>
      Object.keys(flat).flatMap((whole) => {
        const key = whole.replace(FOR_PAPER, '$1');
        const suffix = SUFFIX.exec(key)?.[0];
        const used =
          exactly.has(key) ||
          ofBlocks(language, whole) ||
          OF_THE_SERVICE.test(key) ||
          options.has(key) ||
          (suffix !== undefined && !suffix.startsWith('.option.') && bases.has(key.slice(0, -suffix.length)));
        return used
          ? []
          : [
              {
                file: `text.${language}.json`,
                pointer: toPointer([whole]),
                message: `Nothing uses the text “${whole}”.`,
              },
            ];
      }),
    );
  },
};
