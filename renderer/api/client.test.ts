import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
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
  await expect(call('POST', '/api/sign-in/code', {})).rejects.toMatchObject({
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
  expect(await call('DELETE', '/api/drafts/12345678')).toBeUndefined();
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
        await call(method, `/api${path}`).catch(() => undefined);
        expect(sessionEndsAt()).toBe(said === null ? earlier : Date.now() + said.left * 1000);
      },
    ),
  );
});
