import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { definition, validators } from '../testing/licence.ts';
import { blankDocument } from './blank.ts';

const sendTo = { council: 'Council', team: 'Team', address: '', email: '', phone: '' };

/** All that is printed of the licence form with these texts besides its own. */
const printed = (texts: Record<string, string>): string => {
  const own = { ...definition.texts, en: { ...definition.texts['en'], ...texts } };
  const form = compile({ ...definition, texts: own }, validators);
  return JSON.stringify(blankDocument(form, { answers: {}, links: {}, sendTo }));
};

const [page = ''] = (definition.ui.elements ?? []).map(({ i18n }) => i18n);

test.each([['angler.help'], [`${page}.help`]])('%s may have other words on paper, or none', (key) => {
  expect(printed({ [key]: 'Start to type' })).toContain('Start to type');
  const other = printed({ [key]: 'Start to type', [`${key}.paper`]: 'Write it here' });
  expect(other).toContain('Write it here');
  expect(other).not.toContain('Start to type');
  expect(printed({ [key]: 'Start to type', [`${key}.paper`]: '-' })).toBe(printed({}));
});

test.each([['angler.label'], [`${page}.label`]])(
  '%s may be another on paper, in every sentence that names it',
  (key) => {
    const before = printed({ [key]: 'Upload it' });
    const after = printed({ [key]: 'Upload it', [`${key}.paper`]: 'Enclose it' });
    expect(before).toContain('Upload it');
    expect(after).toBe(before.replaceAll('Upload it', 'Enclose it'));
  },
);
