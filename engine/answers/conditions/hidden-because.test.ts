import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { fullAnswers } from '../../testing/answers.ts';
import { context, licence } from '../../testing/licence.ts';
import { hiddenBecause } from './hidden-because.ts';

const why = (changes: JsonObject) => hiddenBecause(licence, { ...fullAnswers, ...changes }, context);
const at = (changes: JsonObject, pointer: string) => why(changes).find((each) => each.pointer === pointer);

test('names the answer that hides, what it is, what it would have to be, and all that goes with it', () => {
  const boat = why({ water: 'lake', fromBoat: false }).find(({ kind }) => kind === 'group');
  expect(boat).toMatchObject({
    effect: 'SHOW',
    condition: { about: licence.questionAt('/fromBoat')?.label, wanted: 'is “Yes”', now: '“No”', holds: false },
  });
  expect(boat?.questions).toContain(licence.questionAt('/boatName')?.label);
});

test('an answer to a question that is hidden itself does not count', () => {
  const hidden = why({ water: 'river', fromBoat: true, boatName: 'Otter' });
  expect(hidden.find(({ pointer }) => pointer === '/fromBoat')).toMatchObject({ condition: { holds: false } });
  expect(hidden.find(({ kind }) => kind === 'group')).toMatchObject({ condition: { now: 'not answered' } });
});

test('a fact is told by its name, and what is in a row by the row', () => {
  expect(at({ born: '1990-01-01' }, '/guardian')).toMatchObject({ condition: { holds: false } });
  const inRow = at({ catches: [{ fish: 'pike', caught: '2026-01-02' }] }, '/catches/0/otherFish')?.condition;
  expect(inRow).toMatchObject({ kind: 'one', holds: false });
  expect(inRow?.kind === 'one' && inRow.now).toMatch(/pike/i);
});

test('what is shown is not explained', () => {
  const shown = why({ water: 'lake', fromBoat: true, boatName: 'Otter' });
  expect(shown.filter(({ kind }) => kind === 'group')).toEqual([]);
  expect(shown.map(({ pointer }) => pointer)).not.toContain('/fromBoat');
});
