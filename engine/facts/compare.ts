import type { FactFunction } from './fact-function.ts';

export const compare: FactFunction = {
  id: 'compare',
  about:
    'How left stands to right: "before", "same" or "after". Dates with dates, times with times, numbers with numbers.',
  arguments: {
    left: { takes: 'value', holds: 'ordered', about: 'A date, a time or a number.' },
    right: { takes: 'day', holds: 'ordered', about: 'What it is compared with.' },
  },
  gives: 'text',
  evaluate: ({ left, right }) => {
    const comparable =
      (typeof left === 'string' && typeof right === 'string') ||
      (typeof left === 'number' && typeof right === 'number');
    if (!comparable) return undefined;
    return left < right ? 'before' : left > right ? 'after' : 'same';
  },
};
