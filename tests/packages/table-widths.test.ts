/** Every table of every form on the whole screen of an ordinary computer: a table, with room by what its columns hold. */
import { describe, expect, test } from 'vitest';
import type { Question } from '../../engine/index.ts';
import { roomNeeded, widthsOf } from '../../renderer/controls/rows/room.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';

/** Rem inside a dialog that fills a window of 1280 pixels and has a scroll bar. */
const screen = 74;

const tablesIn = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) => [
    ...(question.kind === 'table' || question.kind === 'fixedTable' ? [question] : []),
    ...(question.kind === 'group' ? tablesIn(question.parts) : []),
  ]);

/** Its columns, and what row headings and buttons take. */
const laidOut = ({ kind, parts }: Question): { columns: Question[]; beside: number } => {
  if (kind === 'table') return { columns: parts, beside: 10.5 };
  const columns = new Map<string, Question>();
  for (const part of parts.filter((row) => row.kind !== 'table').flatMap((row) => row.parts))
    columns.set(part.pointer.split('/').at(-1) ?? '', part);
  return { columns: [...columns.values()], beside: 11 };
};

const ids = [...new Set(readPackages(formsDir).map(({ form }) => form))];
const tables = ids.flatMap((id) => {
  const { form } = readForm(id);
  return tablesIn(form.pages.flatMap(({ questions }) => questions))
    .filter(({ kind, element }) => element.options?.fullScreen ?? kind === 'fixedTable')
    .map((question) => ({ id, pointer: question.pointer, ...laidOut(question) }));
});

const short: Question['kind'][] = ['number', 'money', 'date', 'yesNo', 'tick'];

test('there are many of them', () => expect(tables.length).toBeGreaterThan(15));

describe.each(tables)('$id $pointer', ({ columns, beside }) => {
  // Each question of one with more columns stands in a card of its own row.
  test.runIf(columns.length <= 6)('fits on the whole screen as a table', () =>
    expect(roomNeeded(columns, beside)).toBeLessThanOrEqual(screen),
  );

  const least = Math.max(screen, roomNeeded(columns, beside));
  test.each([least, least + 40])('gives prose the most and figures the least at %d rem', (width) => {
    const widths = widthsOf(columns, beside, width);
    const sum = widths.reduce((total, each) => total + each, 0) + (100 * beside) / width;
    expect(sum).toBeCloseTo(100, 5);
    const of = (fits: (question: Question) => boolean) => widths.filter((_, index) => fits(columns[index] as Question));
    const prose = of(({ kind }) => kind === 'longText');
    const others = of(({ kind }) => kind !== 'longText');
    const figures = of(({ kind }) => short.includes(kind));
    if (prose.length > 0) {
      expect(Math.min(...prose) * width).toBeGreaterThanOrEqual(12 * 100);
      if (width > least) expect(Math.min(...prose)).toBeGreaterThan(Math.max(0, ...others));
      for (const figure of figures) expect((figure * width) / 100).toBeLessThanOrEqual(14);
    }
  });
});
