import { plain } from './plain.ts';

/** How a language writes numbers: the sign before the parts of one, the signs between groups, and how long groups above the thousands are. */
interface Convention {
  decimal: string;
  groups: readonly string[];
  high: number;
}

/** As in this country, in which every form is filled in. */
const british: Convention = { decimal: '.', groups: [',', ' '], high: 3 };

/** The Arabic signs for a decimal point and for thousands are those of no other use. */
const signs = (text: string): string =>
  plain(text).replaceAll('\u066b', '.').replaceAll('\u066c', ',').replaceAll('’', "'");

const conventionOf = (language: string): Convention => {
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(123_456_789.5);
  const part = (type: string): string => signs(parts.find((each) => each.type === type)?.value ?? '');
  const decimal = part('decimal') || '.';
  const middle = parts.filter(({ type }) => type === 'integer').at(-2)?.value ?? '';
  const groups = [...new Set([part('group'), ' ', decimal === ',' ? '.' : ','])];
  return { decimal, groups: groups.filter((sign) => sign !== '' && sign !== decimal), high: middle.length || 3 };
};

/** The shapes in which a convention writes a number, with the sign that stands between groups there. */
const shapesOf = ({ decimal, groups, high }: Convention): { group: string; decimal: string; shape: RegExp }[] =>
  ['', ...groups].map((group) => {
    const grouped = `[1-9][0-9]{0,${String(high - 1)}}(?:[${group}][0-9]{${String(high)}})*[${group}][0-9]{3}`;
    const shape =
      group === '' ? `[0-9]+(?:[${decimal}][0-9]*)?|[${decimal}][0-9]+` : `${grouped}(?:[${decimal}][0-9]*)?`;
    return { group, decimal, shape: new RegExp(`^(?:${shape})$`) };
  });

const shapes = new Map<string, ReturnType<typeof shapesOf>>();

/** English is read as it is written here. Whoever fills in a form in another language may mean either way of writing. */
const shapesIn = (language: string): ReturnType<typeof shapesOf> => {
  const known =
    shapes.get(language) ?? (language === 'en' ? [british] : [conventionOf(language), british]).flatMap(shapesOf);
  shapes.set(language, known);
  return known;
};

/** A sign before the number or before the pounds, and the pounds before or behind it. */
const amount = /^([+-]?) ?(?:£ ?)?([+-]?)([^£]*?)(?: ?£)?$/;

/**
 * A number as people type it: `1,200`, `£60.50`, in Polish `1 200,50`. It is read only where it can mean one number to somebody of that
 * language: `3,5` in English is none, and `1,234` in Polish may be a good one or over a thousand. What is not a number, or may be two, is
 * kept as typed, so that nothing is lost and a message can ask. `percent`: what is asked for is a percentage, so `92.5%` is 92.5.
 */
export const readNumber = (text: string, language: string, percent = false): number | string | undefined => {
  const typed = text.trim();
  const seen = signs(text).trim();
  const figures = (percent ? seen.replace(/ ?%$/, '') : seen).replace(/(\d) +([.,])(?=\d{1,2}$)/, '$1$2');
  const [, before = '', after = '', digits = ''] = amount.exec(figures) ?? [];
  if (signs(text).trim() === '') return undefined;
  if (before !== '' && after !== '') return typed;
  const meant = shapesIn(language).flatMap(({ group, decimal, shape }) => {
    if (!shape.test(digits)) return [];
    const ungrouped = group === '' ? digits : digits.replaceAll(group, '');
    return [Number(ungrouped.replace(decimal, '.'))];
  });
  const [number, ...others] = new Set(meant);
  if (number === undefined || others.length > 0 || number > Number.MAX_SAFE_INTEGER) return typed;
  return before + after === '-' ? 0 - number : number;
};

/** Figures with signs between them that are no number, or may be two: `3,5`, `1.234,50`. */
export const isUnclearNumber = (value: unknown): boolean =>
  typeof value === 'string' && /\d/.test(signs(value)) && /^[+-]?[\d.,' £]+$/.test(signs(value).trim());

/**
 * A number as it stands in a box: in the language's own way, and so that it reads back as itself. What was kept as typed stays so. `decimals`
 * are the fewest of a number that is not whole: two for pounds, of which half a pound more than two is 2.50.
 */
export const showNumber = (value: unknown, language: string, decimals = 0): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  const shown = signs(
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
      useGrouping: false,
      minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
      maximumFractionDigits: 20,
      numberingSystem: 'latn',
    }).format(value),
  );
  // In Polish 1,234 may be two numbers; 1,2340 is one.
  return readNumber(shown, language) === value ? shown : `${shown}0`;
};
