import { expect, test } from 'vitest';
import { sentences } from '../answers/sentences.ts';
import { formats } from '../formats/index.ts';
import { englishBlankWords } from '../print/blank-words.ts';
import { englishPrintWords } from '../print/words.ts';
import { formatDate, formatDateTime, formatDay, formatNumber, formatTime } from '../text/index.ts';
import { engineWords } from './index.ts';

const named = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test('Polish has every sentence, format and printed word that English has', async () => {
  const polish = await engineWords('pl');
  const needed = [
    ...Object.keys(sentences).map((key) => `message.${key}`),
    ...Object.keys(formats).map((id) => `message.format.${id}`),
    ...Object.values(formats).flatMap(({ id, mistyped }) =>
      mistyped === undefined ? [] : [`message.format.${id}.mistyped`],
    ),
    ...Object.keys(englishPrintWords).map((key) => `word.${key}`),
    ...Object.keys(englishBlankWords).map((key) => `word.paper.${key}`),
  ];
  expect(needed.filter((key) => !Object.hasOwn(polish, key))).toEqual([]);
});

test('a translated sentence names only values that English names, so that none stays in braces', async () => {
  const polish = await engineWords('pl');
  const given = ['{label}', '{limit}', '{length}', '{expected}', '{number}'];
  const messages = Object.entries(polish).filter(([key]) => key.startsWith('message.'));
  expect(messages.filter(([, text]) => named(text).some((name) => !given.includes(name)))).toEqual([]);
  for (const [key, text] of Object.entries({ ...englishPrintWords }))
    expect(named(polish[`word.${key}`] ?? ''), key).toEqual(named(text));
  for (const [key, text] of Object.entries(englishBlankWords))
    expect(named(polish[`word.paper.${key}`] ?? ''), key).toEqual(named(text));
});

test('a language without words of its own has none, whatever it is called', async () => {
  expect(await Promise.all(['cy', 'en', 'constructor'].map(engineWords))).toEqual([{}, {}, {}]);
});

test('dates, times and numbers are written as the language writes them', () => {
  expect(formatDate('2022-02-04', 'pl')).toBe('4 lutego 2022');
  expect(formatDateTime('2021-07-14T23:30:00Z', 'Europe/London', 'pl')).toBe('15 lipca 2021 00:30');
  expect(formatDay('2021-07-14T23:30:00Z', 'Europe/London')).toBe('15-Jul-2021');
  expect(formatTime('2021-07-14T23:30:00Z', 'Europe/London')).toBe('00:30');
  expect([formatDate('soon', 'pl'), formatDay('soon', 'Europe/London'), formatNumber(12.5, 'pl')]).toEqual([
    'soon',
    'soon',
    '12,5',
  ]);
});
