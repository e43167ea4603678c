const counts = new Map<string, Intl.NumberFormat>();
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** `2000` → `2,000`, in Polish `12,5` for twelve and a half. */
export const formatNumber = (value: number, language = 'en'): string => {
  const known =
    counts.get(language) ??
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { maximumFractionDigits: 20 });
  counts.set(language, known);
  return known.format(value);
};

/** `1234.5` → `£1,234.50`; whole pounds stay whole: `£6,000`. */
export const formatMoney = (amount: number): string => pounds.format(amount).replace(/\.00$/, '');

/** `1 row`, `2 rows`; `many` is needed where the plural does not end in s. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** Age in words: `4 years 11 months`, `1 year`. */
export const formatAge = (months: number): string => {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [years > 0 ? plural(years, 'year') : '', rest > 0 || years === 0 ? plural(rest, 'month') : ''];
  return parts.filter(Boolean).join(' ');
};
