import type { Rule } from '../rule.ts';

export const startMinutes: Rule = {
  id: 'start-minutes',
  severity: 'error',
  about:
    '“start.minutes” says first the least and then the most that the form takes; people read “10 to 5 minutes” otherwise.',
  hint: 'Turn the two numbers round.',
  wrong: '"minutes": [10, 5]',
  right: '"minutes": [5, 10]',
  check: ({ manifest }) => {
    const [least, most] = manifest?.start?.minutes ?? [0, 0];
    return least <= most
      ? []
      : [
          {
            file: 'form.json',
            pointer: '/start/minutes',
            message: `It cannot take ${least} minutes at least and ${most} at most.`,
          },
        ];
  },
};
