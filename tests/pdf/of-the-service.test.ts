/** How the service draws: in as many processes as the settings or the machine say, and what whoever asks is told when it cannot. */
import { afterEach, beforeAll, afterAll, expect, test, vi } from 'vitest';
import { readConfig } from '../../server/core/config.ts';
import { closePdf, configurePdf, pdfState, renderPdf } from '../../server/platform/pdf/index.ts';
import { beginComplete, expectStatus, startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';
import { sample } from './sample.ts';

vi.mock('node:os', async (original) => ({ ...(await original<object>()), availableParallelism: () => 5 }));

let portal: TestPortal;
beforeAll(async () => {
  portal = await startAngling();
});
afterAll(() => portal.stop());
afterEach(async () => {
  await closePdf();
  configurePdf({});
});

/** How many of seven people's documents are drawn at the same time. */
const drawnAtOnce = async (): Promise<number> => {
  const asked = Array.from({ length: 7 }, (_, person) => renderPdf(sample, `Person ${person}`).catch(() => undefined));
  const { drawing } = pdfState();
  await closePdf();
  await Promise.all(asked);
  return drawing;
};

test.each([
  { said: undefined, why: 'one fewer than the machine has cores', processes: 4 },
  { said: '3', why: 'as many as the settings say', processes: 3 },
])('a service draws in $processes processes: $why', async ({ said, processes }) => {
  const { pdfThreads } = readConfig({
    FORMWORK_SMTP_URL: 'smtp://127.0.0.1',
    ...(said === undefined ? {} : { FORMWORK_PDF_THREADS: said }),
  });
  const other = await startAngling({ config: { pdfThreads } });
  expect(await drawnAtOnce()).toBe(processes);
  await other.stop();
});

test('whoever asks for a PDF that cannot be drawn now is told when to try again, by every route', async () => {
  const person = await portal.signedIn();
  const draft = await beginComplete(person);
  const sent = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${sent.id}/submit`, { revision: sent.revision }), 201);
  configurePdf({ seconds: 0.001 });
  for (const path of [
    `/api/drafts/${draft.id}/pdf`,
    `/api/submissions/${sent.id}/pdf`,
    '/api/blank-forms/angling-permit',
  ]) {
    const { status, headers, body } = await person.get(path);
    expect([path, status, headers.get('Retry-After'), body]).toEqual([
      path,
      503,
      '30',
      expect.objectContaining({ code: 'pdf-unavailable', retryAfter: 30 }),
    ]);
  }
  await closePdf();
  configurePdf({});
  expect((await person.get(`/api/drafts/${draft.id}/pdf`)).status).toBe(200);
});
