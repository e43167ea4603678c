import { expect, test } from 'vitest';
import { withoutContradiction } from './none-of-these.ts';

test.each([
  [['a', 'b'], ['a', 'b', 'none'], ['none']],
  [['none'], ['a', 'none'], ['a']],
  [['a'], ['a', 'b'], ['a', 'b']],
  [['a', 'b'], ['b'], ['b']],
  [['a'], ['a', 'nonesuch'], ['a', 'nonesuch']],
])('%j and then %j leaves %j', (before, chosen, left) => {
  expect(withoutContradiction(before, chosen)).toEqual(left);
});
