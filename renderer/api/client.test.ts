import fc from 'fast-check';
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest';
import type { Case, CasePage } from '../../wire/case.ts';
import { change } from './change.ts';
import { call, OfflineError, onSignedOut, ProblemError, sessionEndsAt } from './client.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const answering = (status: number, body: string): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(status === 204 ? null : body, { status })));
};

test('a problem document arrives as an error that says what to do', async () => {
  const problem = { type: '/problems/code-wrong', status: 403, code: 'code-wrong', detail: 'Enter the newest code.' };
  answering(403, JSON.stringify(problem));
  await expect(call('POST', '/api/sign-in/code', { challenge: 'aaaaaaaa', code: '000000' })).rejects.toMatchObject({
    message: 'Enter the newest code.',
    body: { code: 'code-wrong' },
  });
});

test('an answer that is no problem document still becomes one in plain words', async () => {
  answering(502, '<html>Bad gateway</html>');
  const error = await call('GET', '/api/forms').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toHaveProperty('message', expect.not.stringContaining('JSON'));
});

test('no answer at all is told apart from a refusal', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(call('GET', '/api/forms')).rejects.toBeInstanceOf(OfflineError);
});

test('an answer without a body is undefined', async () => {
  answering(204, '');
  const draft: string = '12345678';
  await expect(call('DELETE', `/api/drafts/${draft}`)).resolves.toBeUndefined();
});

test('the end of the session is told to whoever listens, and to nobody who has stopped', async () => {
  answering(401, JSON.stringify({ code: 'sign-in-needed', status: 401, detail: 'Sign in.' }));
  const told = vi.fn();
  const stop = onSignedOut(told);
  await call('GET', '/api/drafts').catch(() => undefined);
  stop();
  await call('GET', '/api/drafts').catch(() => undefined);
  expect(told).toHaveBeenCalledTimes(1);
});

test('method and path say what a call takes and answers, and what is no call does not compile', async () => {
  answering(200, '{}');
  const id: string = 'abcdefgh';
  expectTypeOf(await call('GET', `/api/cases/${id}`)).toEqualTypeOf<Case>();
  expectTypeOf(await call('GET', `/api/cases?q=${id}`)).toEqualTypeOf<CasePage>();
  expectTypeOf(await change('PUT', `/api/cases/${id}/hold`, undefined, { reason: 'Asked for' })).toEqualTypeOf<Case>();
  // @ts-expect-error There is no such address.
  await call('GET', '/api/casses');
  // @ts-expect-error Nor is there one below it.
  await call('GET', `/api/cases/${id}/nothing`);
  // @ts-expect-error It is known by another method.
  await change('POST', `/api/cases/${id}/hold`, undefined, { reason: 'Asked for' });
  // @ts-expect-error It takes a reason.
  await change('PUT', `/api/cases/${id}/hold`, undefined);
  // @ts-expect-error It takes a text.
  await change('PUT', `/api/cases/${id}/hold`, undefined, { reason: 1 });
  // @ts-expect-error It takes nothing.
  await call('POST', '/api/sign-out', {});
});

/** For routes that there may not be. */
const anyCall = call as unknown as (method: string, path: string) => Promise<unknown>;

test('when the session ends is what the last answer said of it, whichever route was asked and however', async () => {
  vi.useFakeTimers();
  const made = fc.array(fc.stringMatching(/^[a-z-]{1,12}$/), { maxLength: 3 }).map((parts) => ['', ...parts].join('/'));
  const known = fc.constantFrom('/me', '/session/extend', '/forms', '/drafts', '/tasks/aaaaaaaaaaaaaaaaaaaaaa/lock');
  const header = fc.option(
    fc.record({ kind: fc.constantFrom('active', 'quiet', 'elsewhere'), left: fc.integer({ min: 0, max: 90_000 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
      fc.oneof(known, made),
      fc.constantFrom(200, 404, 500),
      header,
      async (method, path, status, said) => {
        vi.advanceTimersByTime(1000);
        const earlier = sessionEndsAt();
        const headers = said === null ? undefined : { 'Formwork-Session': `${said.kind}; ends-in=${said.left}` };
        vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status, ...(headers && { headers }) })));
        await anyCall(method, `/api${path}`).catch(() => undefined);
        expect(sessionEndsAt()).toBe(said === null ? earlier : Date.now() + said.left * 1000);
      },
    ),
  );
});
