/** Who sees what: planted words, looked for in everything that everybody is told by every route, mail and PDF. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../../wire/api.ts';
import { expectStatus, upload } from '../../support/angling.ts';
import { act, draftOf, save, taskOf, toUser, type Sent } from '../../support/bank.ts';
import { pdf } from '../../support/files.ts';
import type { SignedIn } from '../../support/portal.ts';
import { textField } from '../../support/read.ts';
import {
  foundBy,
  saidIn,
  searches,
  sendShelterReport,
  startShelter,
  toldTo,
  withKey,
  type Ids,
  type Shelter,
} from '../../support/shelter.ts';
import { like } from '../../support/like.ts';

let shelter: Shelter;
beforeAll(async () => {
  shelter = await startShelter();
});
afterAll(() => shelter.portal.stop());

/** From whom each planted word is kept. Whoever is not named may see it where they may see the record at all. */
const keptFromFamily = [
  'SECRETplacement',
  'SECRETrefuge',
  'SECRETvisit1',
  'SECRETvisit2',
  'SECRETplan',
  'SECREThandover',
  'SECRETorder',
  'SECRETaddress',
  'SECRETphone',
  'SECRETenclosed',
  // The date of birth at the head of the task, and in the question that it is filled in to.
  '2015-04-03',
];
const keptFromFillers = ['SECRETnote'];
const keptFromOfficers = ['SECRETcomplaint'];
const everything = [...keptFromFamily, ...keptFromFillers];

const wordsIn = (told: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  [...told].flatMap(([path, text]) => words.filter((word) => text.includes(word)).map((word) => `${word} in ${path}`));

const heardAll = (told: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  words.filter((word) => ![...told.values()].some((text) => text.includes(word)));

/** The worker has filled in everything and given two documents; the officer has handed it on. */
const handedOver = async (to = shelter.parent) => {
  const { officer, worker, enclosed, caseId } = shelter;
  const sent = await sendShelterReport(shelter, toUser(worker), {
    sends: { note: 'SECRETnote' },
    documents: [enclosed],
  });
  const opened = taskOf(await act(worker, sent, 'open'));
  const draft = await draftOf(worker, opened);
  const order = textField(expectStatus(await upload(worker, draft.id, 'SECRETorder.pdf', pdf), 201), 'id');
  const letter = textField(expectStatus(await upload(worker, draft.id, 'letter.pdf', pdf), 201), 'id');
  const file = (id: string, name: string) => ({ id, name, bytes: pdf.length, mediaType: 'application/pdf' });
  const answers = {
    report: 'PUBLICreport',
    placement: 'SECRETplacement',
    place: { town: 'PUBLICtown', refuge: 'SECRETrefuge' },
    visits: [
      { what: 'PUBLICvisit1', where: 'SECRETvisit1' },
      { what: 'PUBLICvisit2', where: 'SECRETvisit2' },
    ],
    handover: 'SECREThandover',
    askMore: true,
    earlier: 'LATERearlier',
    plan: 'SECRETplan',
    complaint: 'SECRETcomplaint',
    documents: [
      { file: file(order, 'SECRETorder.pdf'), kind: 'order' },
      { file: file(letter, 'letter.pdf'), kind: 'letter' },
    ],
  };
  const first = expectStatus(await save(worker, draft, answers), 200);
  expectStatus(await save(worker, { id: draft.id, revision: Number(first['revision']) }, { askMore: false }), 200);
  const ids: Ids = {
    drafts: [draft.id],
    tasks: [sent.id],
    submissions: [draft.id],
    threads: [],
    task: [sent.id],
    submission: [draft.id],
    cases: [caseId],
    attachment: [order, letter],
    document: [enclosed],
  };
  const before = { worker: await toldTo(shelter, worker, ids) };
  expectStatus(await act(worker, opened, 'release'), 200);
  const now = taskOf(await officer.get(`/api/tasks/${sent.id}`));
  const task = taskOf(await act(officer, now, 're-assign', { to: toUser(to) }));
  return { task, draft: draft.id, ids, before, order, letter };
};

describe('a task goes from a professional to a parent', () => {
  let found: Awaited<ReturnType<typeof handedOver>>;
  beforeAll(async () => {
    found = await handedOver();
  }, 120_000);

  test('whoever may see it does, before it is handed over', () => {
    const { worker } = found.before;
    expect(wordsIn(worker, keptFromFillers)).toEqual([]);
    expect(heardAll(worker, keptFromFamily)).toEqual([]);
  });

  test('the parent is told nothing of it by any route, and all the rest', async () => {
    const told = await toldTo(shelter, shelter.parent, found.ids);
    expect(told.size).toBeGreaterThan(20);
    expect(wordsIn(told, everything)).toEqual([]);
    expect(wordsIn(told, ['LATERearlier'])).toEqual([]);
    expect(heardAll(told, ['PUBLICreport', 'PUBLICtown', 'PUBLICvisit1', 'PUBLICvisit2', 'letter.pdf'])).toEqual([]);
    const draft = await draftOf(shelter.parent, found.task);
    expect(draft).toMatchObject({
      notAsked: like.arrayContaining(['/placement', '/place/refuge', '/visits/*/where', '/plan', '/home', '/phone']),
    });
    expect(JSON.stringify(draft['context'])).not.toContain('person.address');
  }, 120_000);

  test('those who may go on reading it: the officer all, a former holder what is not kept from them', async () => {
    const { officer, worker, colleague, manager } = shelter;
    const council = await toldTo(shelter, officer, found.ids);
    expect(heardAll(council, everything)).toEqual([]);
    expect(wordsIn(council, keptFromOfficers)).toEqual([]);
    expect(wordsIn(await toldTo(shelter, worker, found.ids), keptFromFillers)).toEqual([]);
    for (const person of [colleague, manager])
      expect(wordsIn(await toldTo(shelter, person, found.ids), keptFromFillers)).toEqual([]);
  }, 180_000);

  test('what the parent sends touches nothing of it, and no answer tells of it', async () => {
    const { parent, portal } = shelter;
    const opened = taskOf(await act(parent, found.task, 'open'));
    let draft = await draftOf(parent, opened);
    const rows = draft.answers['documents'];
    const conflict = await save(parent, { ...draft, revision: 1 }, { report: 'x' });
    expect([conflict.status, everything.filter((word) => saidIn(conflict).includes(word))]).toEqual([409, []]);
    const saved = await parent.patch(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      set: {
        placement: 'MINE',
        place: { town: 'MINEtown', refuge: 'MINE' },
        visits: [{ what: 'PUBLICvisit2', where: 'MINE' }],
        plan: 'MINE',
        note: 'MINE',
        home: { street: 'MINE' },
        documents: rows,
        afterwards: 'AFTERwards',
      },
      unset: ['handover', 'phone'],
    });
    expect(everything.filter((word) => saidIn(saved).includes(word))).toEqual([]);
    const stored = await portal.store.get('drafts', draft.id);
    const text = JSON.stringify(stored?.answers);
    expect(
      [
        'SECRETplacement',
        'SECRETrefuge',
        'SECRETvisit1',
        'SECRETvisit2',
        'SECRETplan',
        'SECREThandover',
        'SECRETorder',
        'SECRETaddress',
        'SECRETphone',
        'SECRETnote',
        'AFTERwards',
      ].filter((word) => !text.includes(word)),
    ).toEqual([]);
    expect(text.replaceAll('MINEtown', '')).not.toContain('MINE');
    expect(stored?.answers['visits']).toContainEqual({ what: 'PUBLICvisit2', where: 'SECRETvisit2' });

    for (const [what, answer] of [
      ['read', await parent.get(`/api/drafts/${draft.id}/attachments/${found.order}`)],
      ['remove', await parent.delete(`/api/drafts/${draft.id}/attachments/${found.order}`)],
      ['read of task', await parent.get(`/api/tasks/${found.task.id}/attachments/${found.order}`)],
      ['enclosed', await parent.get(`/api/tasks/${found.task.id}/documents/${shelter.enclosed}`)],
    ] as const)
      expect([what, answer.status]).toEqual([what, 404]);
    expect((await parent.get(`/api/drafts/${draft.id}/attachments/${found.letter}`)).status).toBe(200);
    const renewed = await parent.post(`/api/drafts/${draft.id}/renew`, {
      revision: Number(expectStatus(saved, 200)['revision']),
    });
    expect(everything.filter((word) => saidIn(renewed).includes(word))).toEqual([]);

    draft = await draftOf(parent, opened);
    const shown = expectStatus(await save(parent, draft, { askMore: true }), 200);
    expect(shown['answers']).toEqual({ earlier: 'LATERearlier' });
    draft = await draftOf(parent, opened);
    expect(draft.answers['earlier']).toBe('LATERearlier');
  }, 60_000);

  test('no check tells of it, and what is kept does not stand in the way of submitting', async () => {
    const { parent } = shelter;
    let draft = await draftOf(parent, found.task);
    expectStatus(await save(parent, draft, { report: 'SECRETplacement' }), 200);
    draft = await draftOf(parent, found.task);
    expectStatus(await save(parent, draft, { report: 'PUBLICreport' }), 200);
    draft = await draftOf(parent, found.task);
    expectStatus(await parent.post(`/api/tasks/${found.task.id}/submit`, { revision: draft.revision }), 201);
  });

  test('submitted, the council has all of it and the parent what is theirs', async () => {
    const { parent, officer, worker, administrator, portal } = shelter;
    const read = (person: SignedIn) => toldTo(shelter, person, found.ids);
    const told = await read(parent);
    expect(told.get(`/api/submissions/${found.draft}`)).toContain('PUBLICreport');
    expect(told.get(`/api/submissions/${found.draft}/pdf`)).toContain('PUBLICreport');
    expect(wordsIn(told, everything)).toEqual([]);
    const council = await read(officer);
    const answers = keptFromFamily.filter((word) => word.startsWith('SECRET') && word !== 'SECRETenclosed');
    for (const path of [`/api/submissions/${found.draft}`, `/api/submissions/${found.draft}/pdf`])
      expect(
        [...answers, 'SECRETnote', 'AFTERwards'].filter((word) => council.get(path)?.includes(word) !== true),
      ).toEqual([]);
    expect(wordsIn(council, keptFromOfficers)).toEqual([]);
    for (const words of ['SECRETplacement', ...keptFromOfficers])
      expect((await read(administrator)).get(`/api/submissions/${found.draft}`)).toContain(words);
    const former = await read(worker);
    expect(wordsIn(former, [...keptFromFillers, 'AFTERwards'])).toEqual([]);
    // Whoever had it before the council handed it to somebody else finds nothing any more.
    expect(wordsIn(former, everything)).toEqual([]);
    const mails = await portal.mail();
    expect(mails.length).toBeGreaterThan(2);
    expect(mails.filter(({ subject, text, html }) => /SECRET|PUBLIC|LATER/.test(`${subject}${text}${html}`))).toEqual(
      [],
    );
    expect(portal.logs.filter((line) => /SECRET/.test(line))).toEqual([]);
  }, 180_000);

  test('a key reads what its account may and its scopes name, and no more', async () => {
    const { officer, administrator, portal } = shelter;
    const stranger = await portal.signedIn({ role: 'officer' });
    const keyOf = async (scopes: readonly Scope[], { account }: SignedIn) =>
      toldTo(shelter, await withKey(shelter, scopes, account._id), found.ids);
    const all = ['cases:read', 'tasks:read', 'submissions:read', 'groups:read'] as const;
    const plain = ['PUBLICreport', 'PUBLICtown', 'PUBLICvisit1', 'PUBLICvisit2'];

    const byKey = await keyOf(all, officer);
    expect(heardAll(byKey, everything)).toEqual([]);
    expect(wordsIn(byKey, keptFromOfficers)).toEqual([]);
    expect(heardAll(await keyOf(all, administrator), keptFromOfficers)).toEqual([]);
    expect(wordsIn(await keyOf(all, stranger), [...everything, ...keptFromOfficers, ...plain])).toEqual([]);
    const reads = portal.services.routes.filter(({ method }) => method === 'GET');
    for (const scope of all) {
      const others = reads.filter((each) => each.scope !== scope).map(({ path }) => path.replaceAll(/:\w+/g, '[^/]+'));
      const closed = new RegExp(`^(${others.join('|')})(\\?|$)`);
      const told = [...(await keyOf([scope], officer))];
      const beyond = new Map(
        told.filter(([path]) => closed.test(path) && !reads.some((each) => each.path === path && each.scope === scope)),
      );
      expect([beyond.size > 20, wordsIn(beyond, [...everything, ...plain])]).toEqual([true, []]);
    }
  }, 240_000);

  test('nobody finds by any search what is kept from somebody', async () => {
    const { officer, administrator, worker, parent } = shelter;
    expect(searches(shelter).length).toBeGreaterThan(4);
    const all = ['cases:read', 'tasks:read', 'submissions:read', 'groups:read'] as const;
    const key = await withKey(shelter, all, officer.account._id);
    const words = [...everything, ...keptFromOfficers].filter((word) => word.startsWith('SECRET'));
    for (const person of [parent, worker, officer, administrator, key]) {
      const nothing = await foundBy(shelter, person, 'Nobodyatall');
      for (const word of words) expect([word, await foundBy(shelter, person, word)]).toEqual([word, nothing]);
    }
    expect([...(await foundBy(shelter, officer, 'Neill')).values()].join()).toContain('Neill');
  }, 120_000);

  test('reopened, changed by both and submitted again: of what can be compared, either writer sees only what they may', async () => {
    const { parent, worker, officer, portal } = shelter;
    const at = `/api/tasks/${found.task.id}`;
    const reopened = taskOf(await act(officer, taskOf(await officer.get(at)), 'reopen', { comment: 'Say more' }));
    taskOf(await act(parent, reopened, 'open'));
    let draft = await draftOf(parent, reopened);
    expect(draft.id).not.toBe(found.draft);
    expectStatus(await save(parent, draft, { report: 'PUBLICsecond', placement: 'FORGED', home: {} }), 200);
    expectStatus(await act(parent, reopened, 'release'), 200);
    const handed = taskOf(await act(officer, taskOf(await officer.get(at)), 're-assign', { to: toUser(worker) }));
    taskOf(await act(worker, handed, 'open'));
    draft = await draftOf(worker, handed);
    expectStatus(await save(worker, draft, { placement: 'SECRETplacement, later', note: 'FORGED', home: {} }), 200);
    draft = await draftOf(worker, handed);
    expectStatus(await worker.post(`${at}/submit`, { revision: draft.revision }), 201);

    const both = [found.draft, draft.id];
    const ids = { ...found.ids, drafts: both, submissions: both, submission: both };
    const told = { parent: await toldTo(shelter, parent, ids), worker: await toldTo(shelter, worker, ids) };
    expect(wordsIn(told.parent, [...everything, 'FORGED'])).toEqual([]);
    expect(wordsIn(told.worker, [...keptFromFillers, 'FORGED', 'AFTERwards'])).toEqual([]);
    expect(heardAll(told.worker, ['PUBLICsecond', 'SECRETplacement, later', 'SECRETaddress'])).toEqual([]);
    // The council holds both side by side; what is locked stayed as it was.
    const [first, second] = await Promise.all(both.map((id) => portal.store.get('submissions', id)));
    expect([first?.answers['report'], second?.answers['report']]).toEqual(['PUBLICreport', 'PUBLICsecond']);
    expect([first?.answers['placement'], second?.answers['placement']]).toEqual([
      'SECRETplacement',
      'SECRETplacement, later',
    ]);
    expect(second?.answers['home']).toEqual(first?.answers['home']);
    const council = await toldTo(shelter, officer, ids);
    for (const [id, words] of [
      [found.draft, 'PUBLICreport'],
      [draft.id, 'PUBLICsecond'],
    ] as const)
      expect(council.get(`/api/submissions/${id}`)).toContain(words);
  }, 240_000);
});

test('every route that reads is walked', () => {
  const routes = shelter.portal.services.routes.filter(({ method }) => method === 'GET');
  expect(routes.length).toBeGreaterThan(40);
});

test('a work group’s tray shows no address either, and a professional who may not is told by whom it may be had', async () => {
  const { group, colleague, parent, officer } = shelter;
  const task: Sent = await sendShelterReport(shelter, { kind: 'group', id: group._id });
  const told = taskOf(await colleague.get(`/api/tasks/${task.id}`));
  expect(told['header']).toHaveProperty('address');
  const moved = taskOf(await act(officer, task, 're-assign', { to: toUser(parent) }));
  expect(taskOf(await parent.get(`/api/tasks/${moved.id}`))['header']).not.toHaveProperty('address');
});

test('who only says that they are professional sees no more than a parent, until they are in a work group', async () => {
  const { portal, officer } = shelter;
  const profile = {
    forename: 'Pat',
    surname: 'Pretender',
    professional: true,
    jobRole: 'SENCo',
    organisation: 'Shelter',
  };
  const pretender = await portal.signedIn({ vouched: false, profile });
  const found = expectStatus(await officer.get('/api/council/recipients?q=pretender'), 200);
  expect(JSON.stringify(found)).toContain('not confirmed by the council');
  const { ids } = await handedOver(pretender);
  expect(wordsIn(await toldTo(shelter, pretender, ids), keptFromFamily)).toEqual([]);
  const members = [pretender.account._id];
  await portal.services.groups.create({ name: 'New workers', organisation: 'Shelter', members, managers: [] });
  // What `confidentialFrom` keeps, and what a rule shows to professionals only: both ask what the council knows.
  const shown = ['SECRETplacement', 'SECRETrefuge', 'SECREThandover'];
  expect(heardAll(await toldTo(shelter, pretender, ids), shown)).toEqual([]);
  expect(JSON.stringify((await officer.get('/api/council/recipients?q=pretender')).body)).not.toContain(
    'not confirmed',
  );
}, 120_000);
