/** Way of keeping × route × role: a document that is kept from somebody comes to them by no route, neither its name nor its bytes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectStatus, upload } from '../../support/angling.ts';
import { act, draftOf, save, taskOf, toUser, type Sent } from '../../support/bank.ts';
import { pdf } from '../../support/files.ts';
import type { SignedIn } from '../../support/portal.ts';
import { fieldsOf, textField } from '../../support/read.ts';
import { sendShelterReport, startShelter, toldTo, type Ids, type Shelter } from '../../support/shelter.ts';

const family = ['parent', 'young-person'];
const documents = '"scope": "#/properties/documents",';
const options = `"scope": "#/properties/documents", "options": {`;

/** By the way in which a form keeps its documents from families, what becomes of the page that asks for them. */
const ways: Record<string, (ui: string) => string> = {
  kind: (ui) => ui,
  question: (ui) => ui.replace(options, `${options} "confidentialFrom": ${JSON.stringify(family)},`),
  page: (ui) =>
    ui.replace(
      '"i18n": "page.documents",',
      `"i18n": "page.documents", "options": { "confidentialFrom": ${JSON.stringify(family)} },`,
    ),
  rule: (ui) =>
    ui.replace(
      documents,
      `"rule": { "effect": "SHOW", "condition": { "scope": "#/$facts/professional", "schema": { "const": true }, "failWhenUndefined": true } }, ${documents}`,
    ),
};

let formsDir: string;
let shelter: Shelter;
beforeAll(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'kept-documents-'));
  for (const [way, changed] of Object.entries(ways)) {
    const to = join(formsDir, `kept-by-${way}/1.0.0`);
    cpSync(join(import.meta.dirname, '../../support/privacy-forms/shelter-report/1.0.0'), to, { recursive: true });
    const manifest = { ...fieldsOf(JSON.parse(readFileSync(join(to, 'form.json'), 'utf8'))), id: `kept-by-${way}` };
    writeFileSync(join(to, 'form.json'), JSON.stringify(manifest));
    const ui = JSON.stringify(JSON.parse(readFileSync(join(to, 'ui.json'), 'utf8')), null, 1)
      .replaceAll(/\n\s*/g, ' ')
      .replaceAll(/\{ "/g, '{"');
    const next = changed(ui.replaceAll('{"', '{ "'));
    if (way !== 'kind' && next === ui.replaceAll('{"', '{ "')) throw new Error(`The page was not changed for ${way}`);
    writeFileSync(join(to, 'ui.json'), next);
  }
  shelter = await startShelter(formsDir);
});
afterAll(async () => {
  await shelter.portal.stop();
  rmSync(formsDir, { recursive: true, force: true });
});

const marked = (word: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat([Buffer.from(pdf), Buffer.from(`%${word}\n`)]));

const added = async (person: SignedIn, draft: string, word: string): Promise<string> =>
  textField(expectStatus(await upload(person, draft, `${word}.pdf`, marked(word)), 201), 'id');

const wordsIn = (told: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  [...told].flatMap(([path, text]) => words.filter((word) => text.includes(word)).map((word) => `${word} in ${path}`));

describe.each(Object.keys(ways))('kept by %s', (way) => {
  let task: Sent;
  let ids: Ids;
  const one: Record<'kept' | 'loose', string> = { kept: '', loose: '' };
  const routesTo = (document: string) => {
    const [draft = ''] = ids['drafts'] ?? [];
    return [
      `/api/drafts/${draft}/attachments/${document}`,
      `/api/tasks/${task.id}/attachments/${document}`,
      `/api/submissions/${draft}/attachments/${document}`,
    ];
  };
  const statuses = async (person: SignedIn, document: string): Promise<number[]> => {
    const answers = [];
    for (const route of routesTo(document)) answers.push((await person.get(route)).status);
    return answers;
  };

  beforeAll(async () => {
    const { officer, worker, parent, caseId } = shelter;
    const sent = await sendShelterReport(shelter, toUser(worker), { form: `kept-by-${way}` });
    const opened = taskOf(await act(worker, sent, 'open'));
    const draft = await draftOf(worker, opened);
    one.kept = await added(worker, draft.id, 'SECRETkept');
    // Its row was never saved: nobody can say from whom it is kept.
    one.loose = await added(worker, draft.id, 'SECRETloose');
    const file = { id: one.kept, name: 'SECRETkept.pdf', bytes: pdf.length, mediaType: 'application/pdf' };
    const answers = { report: 'PUBLICreport', placement: 'A house', documents: [{ file, kind: 'order' }] };
    expectStatus(await save(worker, draft, answers), 200);
    expectStatus(await act(worker, opened, 'release'), 200);
    const now = taskOf(await officer.get(`/api/tasks/${sent.id}`));
    task = taskOf(await act(officer, now, 're-assign', { to: toUser(parent) }));
    task = taskOf(await act(parent, task, 'open'));
    ids = {
      drafts: [draft.id],
      tasks: [task.id],
      task: [task.id],
      submissions: [draft.id],
      submission: [draft.id],
      cases: [caseId],
      threads: [],
      document: [],
      attachment: [one.kept, one.loose],
    };
  }, 60_000);

  test('while they fill the form in', async () => {
    const { parent, officer } = shelter;
    expect(wordsIn(await toldTo(shelter, parent, ids), ['SECRETkept', 'SECRETloose'])).toEqual([]);
    for (const document of [one.kept, one.loose]) expect(await statuses(parent, document)).toEqual([404, 404, 404]);
    expect((await parent.delete(routesTo(one.kept)[0] ?? '')).status).toBe(404);
    expect((await officer.get(routesTo(one.kept)[1] ?? '')).status).toBe(200);
    // A row of theirs that names it does not make it theirs.
    const draft = await draftOf(parent, task);
    const file = { id: one.kept, name: 'mine.pdf', bytes: 1, mediaType: 'application/pdf' };
    expectStatus(await save(parent, draft, { documents: [{ file, kind: 'letter' }] }), 200);
    expect(await statuses(parent, one.kept)).toEqual([404, 404, 404]);
    // Their own is, before its row is saved too.
    const own = await added(parent, draft.id, 'OWN');
    expect((await statuses(parent, own))[0]).toBe(200);
    expect((await parent.delete(routesTo(own)[0] ?? '')).status).toBe(204);
    const { revision } = await draftOf(parent, task);
    expectStatus(await save(parent, { id: draft.id, revision }, { documents: [] }), 200);
  }, 120_000);

  test('once it is submitted, and what was not submitted comes to nobody', async () => {
    const { parent, officer, administrator, colleague, manager, worker } = shelter;
    const { revision } = await draftOf(parent, task);
    expectStatus(await parent.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
    for (const person of [parent, colleague, manager, worker])
      expect(wordsIn(await toldTo(shelter, person, ids), ['SECRETloose'])).toEqual([]);
    expect(wordsIn(await toldTo(shelter, parent, ids), ['SECRETkept'])).toEqual([]);
    expect(await statuses(parent, one.kept)).toEqual([410, 404, 404]);
    for (const person of [officer, administrator]) {
      expect((await statuses(person, one.kept)).slice(1)).toEqual([200, 200]);
      expect((await statuses(person, one.loose)).slice(1)).toEqual([404, 404]);
      const told = await toldTo(shelter, person, ids);
      expect(wordsIn(told, ['SECRETkept']).length).toBeGreaterThan(3);
    }
  }, 120_000);
});
