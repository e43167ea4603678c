import { expect, test } from 'vitest';
import { context, licence } from '../../engine/testing/licence.ts';
import type { JsonObject } from '../../engine/json.ts';
import { startFilling } from './filling.ts';

const fill = (answers: JsonObject = {}, pageId = 'angler') =>
  startFilling({ form: licence, context, answers, pages: {}, pageId, sources: {} });

const said = ({ state }: ReturnType<typeof fill>): string[] => [...state().shownProblems.keys()];

test('nothing is said about a question that nobody has touched', () => {
  const filling = fill();
  filling.answer('/nhs', '12');
  expect(filling.state().problems.length).toBeGreaterThan(1);
  expect(said(filling)).toEqual([]);
  filling.leave('/nhs');
  expect(said(filling)).toEqual(['/nhs']);
  filling.answer('/nhs', '9434765919');
  expect(said(filling)).toEqual([]);
});

test('what is said about the question that was left is news until something else happens', () => {
  const filling = fill();
  const news = (): string | undefined => filling.state().shownProblems.get(filling.state().left ?? '')?.pointer;
  filling.answer('/nhs', '12');
  expect(news()).toBeUndefined();
  filling.leave('/nhs');
  expect(news()).toBe('/nhs');
  filling.answer('/angler', 'Sam');
  filling.leave('/angler');
  expect(news()).toBeUndefined();
  filling.leave('/nhs');
  expect(news()).toBe('/nhs');
  filling.tryNext();
  expect(news()).toBeUndefined();
});

test('Next does not pass gaps, says them all, and passes once they are fixed', () => {
  const filling = fill();
  expect(filling.tryNext()).toBe(false);
  expect(said(filling)).toEqual(['/angler', '/born', '/address/line1', '/address/postcode']);
  expect(filling.state().pages).toEqual({ angler: 'problems' });
  filling.answer('/angler', 'Sam');
  filling.answer('/born', '1980-02-01');
  filling.answer('/address', { line1: '1 High Street', postcode: 'OX1 1ND' });
  expect(filling.state().pages).toEqual({ angler: 'done' });
  expect(filling.tryNext()).toBe(true);
  expect(filling.state().pages).toEqual({ angler: 'done' });
});

test('a warning stops a person once', () => {
  const filling = fill(
    {
      catches: [{ fish: 'pike', caught: '2026-01-01', cost: 1000 }],
      gear: { rod: { count: 1 } },
      pet: { kind: 'dog', name: 'Rex' },
      rules: true,
    },
    'catches',
  );
  expect(filling.tryNext()).toBe(false);
  expect(filling.state().shownProblems.get('/catches')?.level).toBe('warning');
  expect(filling.tryNext()).toBe(true);
});

test('leaving a page without Next does not call it wrong, and its stored state stays', () => {
  const filling = fill();
  filling.answer('/angler', 'Sam');
  filling.open('fishing');
  expect(filling.state().pages).toEqual({ angler: 'visited' });
  filling.open('angler');
  expect(said(filling)).toEqual([]);
});

test('typing keeps the drawn page as it is until an answer shows or hides something', () => {
  const filling = fill({}, 'fishing');
  const before = filling.state().element;
  filling.answer('/rods', 2);
  expect(filling.state().element).toBe(before);
  filling.answer('/water', 'sea');
  expect(filling.state().element).not.toBe(before);
  expect(filling.state().element.elements?.[0]).toBe(before.elements?.[0]);
});

test('what was filled in for the person says from what until they write it themselves', () => {
  const filling = fill();
  const source = 'from your account';
  filling.fill({
    '/angler': { value: 'Sam', source },
    '/address': { value: { line1: '1 High Street' }, source },
    '/born': { value: '1980-02-01', source },
  });
  expect(filling.state().sources).toEqual({ '/angler': source, '/address': source, '/born': source });
  filling.answer('/address/line1', '2 High Street');
  expect(filling.state().sources).toEqual({ '/angler': source, '/born': source });
});

test('all that is wrong is said on every page once somebody wants to submit', () => {
  const filling = fill();
  const problems = filling.validateAll();
  expect(new Set(problems.map(({ page }) => page))).toEqual(new Set(['angler', 'fishing', 'catches']));
  filling.open('fishing');
  expect(said(filling)).toContain('/water');
  expect(filling.state().pages['fishing']).toBe('problems');
});

test('what is too long to be saved is said at once, whoever is still typing, and what is only too long is not', () => {
  const filling = fill();
  filling.answer('/angler', 'y'.repeat(90));
  expect(said(filling)).toEqual([]);
  filling.answer('/angler', 'y'.repeat(5000));
  expect(filling.state().shownProblems.get('/angler')?.message).toContain('has 5,000 characters');
  filling.answer('/angler', 'Sam');
  expect(said(filling)).toEqual([]);
});
