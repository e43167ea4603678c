/** Every list in which people are looked for finds them by the same words, however the name is written and however it is typed. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchKey, searchWords } from '../../engine/index.ts';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank } from '../support/bank.ts';
import { expectStatus } from '../support/angling.ts';
import { field, textField } from '../support/read.ts';

/** Who is kept, and what is typed to find them. */
const people: { forename: string; surname: string; typed: string[] }[] = [
  { forename: 'Aoife', surname: "O'Brien", typed: ["O'Brien", 'O’Brien', 'OBrien', 'o´brien', 'O Brien', 'brien'] },
  { forename: 'Bríd', surname: 'O’Brien', typed: ["O'Brien", 'OBrien', 'obrien brid', 'Brid', 'Bríd O`Br'] },
  { forename: 'Carl', surname: 'OBrien', typed: ["O'Brien", 'O’Brien', 'OBRIEN carl'] },
  { forename: 'Delphine', surname: 'D’Arcy', typed: ["D'Arcy", 'DArcy', 'Darcy', 'Arcy', 'delphine'] },
  { forename: 'Ewa', surname: 'St Mary’s', typed: ["St Mary's", 'St Marys', 'St. Marys', 'marys st'] },
  { forename: 'Ayşe', surname: 'Işık', typed: ['Isik', 'IŞIK', 'Işık', 'Ayse', 'isik, ayse'] },
  { forename: 'Jan', surname: 'Strauß', typed: ['Strauss', 'Strauß', 'STRAUẞ', 'jan str'] },
  {
    forename: 'Kit',
    surname: 'Smith-Jones',
    typed: ['Jones', 'Smith', 'Smith Jones', 'smith–jones', 'smithjones', 'kit'],
  },
  { forename: 'Łucja', surname: 'Ørsted-Æbleskov', typed: ['lucja', 'Orsted', 'aebleskov', 'Æble', 'ØRSTED Ł'] },
  { forename: 'Þóra', surname: 'Guðrúnardóttir', typed: ['Thora', 'gudrunar', 'Þóra Guð', 'Guðrún'] },
  { forename: 'Đorđe', surname: 'Sœur', typed: ['Dorde', 'Soeur', 'sœur đor'] },
  { forename: 'Мария', surname: 'Иванова', typed: ['иванова', 'МАРИЯ', 'Иван Мар'] },
];
const nobody = ['Brown', 'OBrienne', 'Isika', 'Smithson', 'briens'];

let bank: Bank;
/** What each list is asked, and the names that it gives. */
const lists: Record<string, (typed: string) => Promise<string[]>> = {
  'received forms': (typed) => named('/api/received', typed, (item) => field(item, 'subject')),
  accounts: (typed) => named('/api/accounts', typed, (item) => field(item, 'name')),
  recipients: (typed) => named('/api/council/recipients', typed, (item) => field(item, 'name')),
  cases: (typed) => named('/api/cases', typed, nameOfSubject),
  'tasks of the council': (typed) => named('/api/council/tasks', typed, nameOfSubject),
  'all tasks of the council': (typed) => named('/api/council/tasks?state=all', typed, nameOfSubject),
  'one’s own tasks': (typed) => named('/api/tasks', typed, nameOfSubject),
};

const nameOfSubject = (item: unknown): string => {
  const subject = field(item, 'subject');
  return typeof subject === 'string' ? subject : `${textField(subject, 'firstName')} ${textField(subject, 'lastName')}`;
};

const named = async (path: string, typed: string, name: (item: unknown) => unknown): Promise<string[]> => {
  const who = path === '/api/accounts' ? administrator : path === '/api/tasks' ? bank.warden : bank.officer;
  const answer = await who.get(`${path}${path.includes('?') ? '&' : '?'}q=${encodeURIComponent(typed)}`);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  const items = Array.isArray(answer.body) ? answer.body : field(answer.body, 'items');
  return Array.isArray(items) ? items.map((item: unknown) => String(name(item))) : [];
};

let administrator: Bank['officer'];
beforeAll(async () => {
  bank = await startBank();
  administrator = await bank.portal.signedIn({ role: 'administrator' });
  for (const [number, { forename, surname }] of people.entries()) {
    await bank.portal.services.accounts.create({
      email: `person-of-a-list-${number}@example.org`,
      passwordHash: '',
      role: 'applicant',
      profile: { ...bank.warden.account.profile, forename, surname, organisation: '', jobRole: '' },
    });
    const subject = { firstName: forename, lastName: surname, dateOfBirth: '2015-04-03', identifiers: {} };
    const values = { 'permit.river': 'upper' };
    const made = await bank.officer.post('/api/cases', { subject, team: 'rivers', values });
    const caseId = String(expectStatus(made, 201)['id']);
    await send({ ...bank, caseId }, toUser(bank.warden));
    const task = await send({ ...bank, caseId }, toUser(bank.colleague));
    expectStatus(await act(bank.colleague, task, 'open'), 200);
    const draft = await draftOf(bank.colleague, task);
    const { revision } = expectStatus(await save(bank.colleague, draft, { report: 'Steep' }), 200);
    taskOf(await bank.colleague.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
  }
});
afterAll(() => bank.portal.stop());

const cells = people.flatMap(({ forename, surname, typed }) =>
  [...typed, `${forename} ${surname}`, `${surname}, ${forename}`].map((words) => ({
    name: `${forename} ${surname}`,
    words,
  })),
);

describe.each(Object.keys(lists))('%s', (list) => {
  test.each(cells)('$name is found by “$words”', async ({ name, words }) => {
    expect(await lists[list]?.(words)).toContain(name);
  });
  test.each(nobody)('“%s” finds nobody', async (words) => {
    expect(await lists[list]?.(words)).toEqual([]);
  });
});

test('all that is spelt alike is found, and nothing else', async () => {
  const obriens = ["Aoife O'Brien", 'Bríd O’Brien', 'Carl OBrien'];
  for (const [list, find] of Object.entries(lists))
    expect([...new Set(await find('O’Brien'))].sort(), list).toEqual(obriens);
});

/** Words as names have them, in any script. */
const letter = fc.constantFrom(...Array.from("abzéłøßþæœđðıİŞŠç Ĳﬁ’'`´-–.,ЖяΣςעبनिñΩŋ한"));
const anyName = fc
  .tuple(
    fc.string({ unit: letter, minLength: 1, maxLength: 12 }),
    fc.string({ unit: letter, minLength: 1, maxLength: 12 }),
  )
  .filter((parts) => parts.every((part) => searchKey(part) !== ''));

test('any stored name is found by any one of its words, by all of them in another order, and by its folded spelling', async () => {
  const { accounts, accountsAdmin } = bank.portal.services;
  let made = 0;
  await fc.assert(
    fc.asyncProperty(anyName, async ([forename, surname]) => {
      made += 1;
      const account = await accounts.create({
        email: `anybody-${made}@example.org`,
        passwordHash: '',
        role: 'officer',
        profile: { ...bank.warden.account.profile, forename, surname, organisation: '', jobRole: '' },
      });
      const whole = `${forename} ${surname}`;
      const words = whole.split(/\s+/).filter((word) => searchKey(word) !== '');
      for (const typed of [...words, ...searchWords(whole), words.toReversed().join(' '), searchKey(whole), whole]) {
        const found: string[] = [];
        let after: string | undefined;
        do {
          const page = await accountsAdmin.search({ q: typed, limit: 500, ...(after === undefined ? {} : { after }) });
          found.push(...page.items.map(({ _id }) => _id));
          after = page.next;
        } while (after !== undefined);
        expect(found, `${whole} by ${typed}`).toContain(account._id);
      }
    }),
    { numRuns: 60 },
  );
});
