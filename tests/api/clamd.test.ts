/** Documents and ClamAV's own scanner, where the machine has it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, completeAnswers, expectStatus, startAngling, upload } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import type { TestPortal } from '../support/portal.ts';
import { createClamd, hasClamd, type Clamd } from '../support/servers/clamd.ts';

const megabyte = 1024 * 1024;
/** What the form of the angling club takes at most in one file. */
const largest = 15 * megabyte;

/** A PDF of `bytes` bytes, with `text` at its end. */
const pdfOf = (bytes: number, text = ''): Uint8Array<ArrayBuffer> => {
  const end = Buffer.from(`${text}\n%%EOF\n`);
  return Buffer.concat([pdf, Buffer.alloc(bytes - pdf.length - end.length, '%\n'), end]);
};
const virus = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

describe.skipIf(!hasClamd())('with clamd', () => {
  let clamd: Clamd;
  let portal: TestPortal;
  beforeAll(async () => {
    clamd = await createClamd({ streamMaxLength: largest });
    await clamd.start();
    portal = await startAngling({ config: { scannerUrl: clamd.url } });
  });
  afterAll(async () => {
    await portal.stop();
    await clamd.stop();
  });

  const round = async (): Promise<void> => {
    portal.clock.forward({ minutes: 3 });
    await portal.services.jobs.runAll();
  };

  test('a clean document is called clean, also one as large as may be; a virus is refused in words, wherever it stands in the file', async () => {
    const person = await portal.signedIn();
    const { id } = await begin(person);
    expect(expectStatus(await upload(person, id, 'small.pdf', pdf), 201)['scan']).toBe('clean');
    expect(expectStatus(await upload(person, id, 'large.pdf', pdfOf(largest)), 201)['scan']).toBe('clean');
    for (const bytes of [1_000, largest]) {
      const { status, body } = await upload(person, id, 'letter.pdf', pdfOf(bytes, virus));
      expect([status, body]).toMatchObject([422, { errors: [{ keyword: 'infected' }] }]);
    }
  });

  test('what comes while it is away waits, is opened by nobody, and is judged when it is back', async () => {
    const person = await portal.signedIn();
    const { id, revision } = await begin(person, completeAnswers);
    await clamd.kill();
    const good = expectStatus(await upload(person, id, 'good.pdf', pdf), 201);
    const bad = expectStatus(await upload(person, id, 'bad.pdf', pdfOf(2_000, virus)), 201);
    expect([good['scan'], bad['scan']]).toEqual(['waiting', 'waiting']);
    const address = (file: Record<string, unknown>) => `/api/drafts/${id}/attachments/${String(file['id'])}`;
    const documents = [good, bad].map(({ scan: _, ...file }) => ({ file, kind: 'letter' }));
    expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { documents } }), 200);
    await round();
    for (const file of [good, bad])
      expect((await person.get(address(file))).body).toMatchObject({ code: 'file-waiting' });
    const findings = expectStatus(await portal.client().get('/ready'), 200)['findings'];
    expect(JSON.stringify(findings)).toMatch(/away since .*; 2 documents wait for it/);

    await clamd.start();
    await round();
    expect((await person.get(address(good))).status).toBe(200);
    expect((await person.get(address(bad))).status).toBe(404);
    expect((await person.post(`/api/drafts/${id}/submit`, { revision: revision + 1 })).body).toMatchObject({
      errors: [{ pointer: '/documents/1/file', keyword: 'infected' }],
    });
  });

  test('a document beyond what it is set to look at is never called clean', async () => {
    const strict = await createClamd({ streamMaxLength: megabyte });
    await strict.start();
    const other = await startAngling({ config: { scannerUrl: strict.url } });
    try {
      const person = await other.signedIn();
      const { id } = await begin(person);
      expect(expectStatus(await upload(person, id, 'small.pdf', pdf), 201)['scan']).toBe('clean');
      expect(expectStatus(await upload(person, id, 'large.pdf', pdfOf(3 * megabyte)), 201)['scan']).toBe('waiting');
    } finally {
      await other.stop();
      await strict.stop();
    }
  });
});
