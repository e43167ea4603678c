const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** `2000` → `2,000`. */
export const formatNumber = (value: number): string => counts.format(value);

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
