/** Whatever word of a published form changes, the comparison of versions says so: once, and by where it stands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileValidators, parse } from '../../engine/author.ts';
import { compile, diff, type CompiledForm, type Texts } from '../../engine/index.ts';
import { readPackages } from '../../scripts/forms/packages.ts';

const forms = readPackages('forms').map((each) => {
  const parsed = parse(each.files);
  if (!('definition' in parsed)) throw new Error(`${each.form} cannot be read`);
  return { name: `${each.form} ${each.version}`, definition: parsed.definition };
});

const changed = '§ changed';

describe.each(forms)('$name', ({ definition }) => {
  const validators = compileValidators(definition);
  const before = compile(definition, validators);
  const withTexts = (edit: (texts: Record<string, Texts>) => void): CompiledForm => {
    const texts = structuredClone(definition.texts);
    edit(texts);
    return compile({ ...definition, texts, hash: 'f'.repeat(64) }, validators);
  };
  const told = (after: CompiledForm): string[] => diff(before, after).map(({ words }) => words);

  const every = Object.entries(definition.texts).flatMap(([language, texts]) =>
    Object.keys(texts).map((key) => ({ language, key })),
  );
  test('any one text that changes is told', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), ({ language, key }) => {
        const after = withTexts((copy) => Object.assign(copy[language] ?? {}, { [key]: changed }));
        expect(told(after).filter((words) => words.includes(changed) || words.includes('has other help'))).not.toEqual(
          [],
        );
      }),
      { numRuns: 15 },
    );
  });

  test('all that change at once are told, each by itself', () => {
    const keys = Object.keys(definition.texts['en'] ?? {}).filter((key) => !key.endsWith('.help'));
    const marked = (key: string): string => `§${String(keys.indexOf(key))}§`;
    const after = withTexts((copy) => {
      for (const key of keys) Object.assign(copy['en'] ?? {}, { [key]: marked(key) });
    });
    const words = told(after).join('\n');
    expect(keys.filter((key) => !words.includes(marked(key)))).toEqual([]);
  });
});
