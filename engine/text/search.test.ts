import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFoundBy, searchKey, searchWords, typedWords } from './search.ts';

test.each([
  ['Łucja  Ó Briain', 'lucja o briain'],
  ['  ŻÓŁW ', 'zolw'],
  ["O'Brien", 'obrien'],
  ['O’Brien', 'obrien'],
  ['O\u00b4Brien', 'obrien'],
  ['O＇Brien', 'obrien'],
  ['Smith–Jones', 'smith jones'],
  ['IŞIK Işık', 'isik isik'],
  ['STRAUẞ Strauß', 'strauss strauss'],
  ['Þóra Guðný Ærø Đorđe Œuvre', 'thora gudny aero dorde oeuvre'],
  ['Σωκράτης', 'σωκρατησ'],
  ['St.\u00a0Mary\u00ads', 'st marys'],
])('%j is spelt %j', (name, key) => expect(searchKey(name)).toBe(key));

test('a name is found by its words together and apart', () => {
  expect(searchWords('O’Briain-Smith')).toEqual(['obriain', 'smith', 'obriainsmith', 'o', 'briain', 'briainsmith']);
  expect(typedWords('O’Briain-Smith')).toEqual(['obriain', 'smith']);
  expect(typedWords(' ')).toEqual([]);
  expect(typedWords('a b c d e f g h i j')).toHaveLength(8);
});

test('an address is one word, and does not find everybody who has the same provider', () => {
  const ada = 'Ada Byron o’neill.head@st-marys.example';
  for (const typed of ['o’neill.head@st-marys.example', 'O’Neill.Head@ST', 'oneill', 'head', 'ada head'])
    expect(isFoundBy(typedWords(typed), ada), typed).toBe(true);
  for (const typed of ['example', 'marys', 'head@st-marys.example'])
    expect(isFoundBy(typedWords(typed), ada), typed).toBe(false);
  expect(isFoundBy(typedWords('home families@home'), 'Families@Home')).toBe(true);
});

test('any text is found by each of its words, in any order, as it is and as it is spelt', () => {
  const signs = fc.constantFrom(...Array.from("abZéłøßþæœđðıİŞ  ’'`´-–.,ﬁЖΣςעनिħŉ한"));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(signs, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), maxLength: 40 }),
      (given) => {
        const text = given.replaceAll('@', '');
        const words = text.split(/[\s,;]+/);
        for (const typed of [text, searchKey(text), words.toReversed().join(' '), ...words, ...searchWords(text)])
          expect(isFoundBy(typedWords(typed), text), JSON.stringify(typed)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
