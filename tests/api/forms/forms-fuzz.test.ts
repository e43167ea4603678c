import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, completeAnswers, startAngling } from '../../support/angling.ts';
import type { SignedIn, TestPortal } from '../../support/portal.ts';

let portal: TestPortal;
let person: SignedIn;
beforeAll(async () => {
  portal = await startAngling();
  person = await portal.signedIn();
});
afterAll(() => portal.stop());

const answerKeys = [...Object.keys(completeAnswers), 'documents', 'declarationDate', '__proto__', 'constructor', 'a.b'];

/** Answers of any shape under the form's own keys and under keys that mean something to JavaScript. */
const answers = fc.dictionary(fc.constantFrom(...answerKeys), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true });
const rows = fc.array(fc.record({ file: fc.jsonValue({ maxDepth: 2 }), kind: fc.jsonValue({ maxDepth: 1 }) }), {
  maxLength: 4,
});

test('whatever is saved, the draft can be read, printed and judged without the server failing', async () => {
  await fc.assert(
    fc.asyncProperty(answers, rows, async (set, documents) => {
      const { id, revision } = await begin(person, completeAnswers);
      const path = `/api/drafts/${id}`;
      const saved = await person.patch(path, { revision, set: { ...set, documents } });
      const next = saved.status === 200 ? revision + 1 : revision;
      const replies = [
        saved,
        await person.get(path),
        await person.get(`${path}/pdf`),
        await person.post(`${path}/submit`, { revision: next }),
      ];
      for (const { status, bytes } of replies) expect(status, bytes.toString().slice(0, 300)).toBeLessThan(500);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('no body of a form’s requests makes the server fail', async () => {
  const { id, revision } = await begin(person);
  const bodies = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .record(
        {
          revision: fc.oneof(fc.constant(revision), fc.jsonValue({ maxDepth: 1 })),
          set: fc.jsonValue({ maxDepth: 3 }),
          unset: fc.jsonValue({ maxDepth: 2 }),
          pages: fc.jsonValue({ maxDepth: 2 }),
          form: fc.jsonValue({ maxDepth: 1 }),
          answers: fc.jsonValue({ maxDepth: 3 }),
        },
        { requiredKeys: [] },
      )
      .map((body) => JSON.stringify(body)),
  );
  const targets = fc.constantFrom<[string, string]>(
    ['POST', '/api/drafts'],
    ['PATCH', `/api/drafts/${id}`],
    ['POST', `/api/drafts/${id}/submit`],
  );
  await fc.assert(
    fc.asyncProperty(targets, bodies, async ([method, path], body) => {
      const answer = await person.send(method, path, { body, headers: { 'Content-Type': 'application/json' } });
      expect(answer.status, `${method} ${path} ${body} → ${answer.bytes.toString()}`).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
}, 60_000);
