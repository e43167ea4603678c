/** The council's workspace as officers and administrators use it, with the people whom they write to in browsers of their own. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { act, draftOf, taskOf, type Sent } from '../support/bank.ts';
import { expectStatus } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  narrow,
  openBrowser,
  openPerson,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { pdf, rtf } from '../support/files.ts';
import { missedByKeyboard } from '../support/browser/keyboard.ts';
import { startCouncil, type Council } from '../support/council.ts';
import type { SignedIn } from '../support/portal.ts';

// Several browsers on whatever machine.
vi.setConfig({ testTimeout: 120_000 });

let pages: string;
let council: Council;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  council = await startCouncil({ config: { rendererDir: pages } });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await council.portal.stop();
  rmSync(pages, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await council.warden.put('/api/me/automatic-reply', { on: false, text: '' });
  // What the console says of a refusal that the page tells is no complaint.
  expect(complaints.splice(0).filter((line) => !/status of (403|404|409|422)/.test(line))).toEqual([]);
});

/** Somebody's browser, signed in, at an address. */
const browse = async (person: SignedIn, path: string, viewport = desktop): Promise<Page> => {
  const opened = await openPerson(browser, council.portal.url, viewport, { translated: true });
  const { context, page } = opened;
  page.on('close', () => complaints.push(...opened.complaints));
  page.setDefaultTimeout(15_000);
  await carrySession(context, person);
  await page.goto(path);
  return page;
};

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const press = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name, exact: typeof name === 'string' }).click();
const follow = (at: Page | Locator, name: string | RegExp) => at.getByRole('link', { name }).click();

const typeDate = async (at: Page | Locator, group: string | RegExp, iso: string): Promise<void> => {
  const box = at.getByRole('group', { name: group });
  const [year = '', month = '', day = ''] = iso.split('-');
  await box.getByLabel('Day').fill(day);
  await box.getByLabel('Month').fill(month);
  await box.getByLabel('Year').fill(year);
};

/** Types into a box that searches, and takes the one found. */
const choose = async (page: Page, box: string | RegExp, typed: string, found: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: box }).fill(typed);
  await page.getByRole('option', { name: found }).click();
};

const download = async (page: Page): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download as CSV')]);
  return readFile(await file.path(), 'utf8');
};

const inDays = (days: number): string =>
  new Date(council.portal.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

test('a case is made, and a second one of the same person only after a warning', async () => {
  const { officer } = council;
  const page = await browse(officer, '/council/cases');
  await follow(page, 'New case');
  await press(page, 'Create case');
  await page.getByRole('alert').getByText('Enter the first name').waitFor();

  await page.getByLabel('First name').fill('Calli');
  await page.getByLabel('Last name').fill('Bear');
  await typeDate(page, /^Date of birth/, '2013-01-01');
  await page.getByLabel('Angler number').fill('1000000019');
  await page.getByLabel('Stretch of the river').selectOption('Upper');
  await press(page, /^Add a row to Catches/);
  await page.getByRole('group', { name: 'Catches, row 1' }).getByLabel('Fish').fill('Carp');
  await page.getByRole('group', { name: 'Catches, row 1' }).getByLabel('Weight').fill('3.5');
  await press(page, 'Create case');
  await heading(page, 'Calli Bear').waitFor();
  const [, id] = /\/council\/cases\/([\w-]+)$/.exec(page.url()) ?? [];
  for (const words of ['01-Jan-2013', '1000000019', 'Upper', 'Carp'])
    await page.getByText(words, { exact: true }).waitFor();
  expect((await officer.get(`/api/cases/${id}`)).body).toMatchObject({
    values: { 'permit.river': 'upper', 'permit.catches': [{ fish: 'Carp', weight: 3.5 }] },
  });

  await page.goto('/council/cases/new');
  await page.getByLabel('First name').fill('cálli');
  await page.getByLabel('Last name').fill('BEAR');
  await typeDate(page, /^Date of birth/, '2013-01-01');
  await press(page, 'Create case');
  const warning = page.getByRole('alertdialog', { name: '1 case may be about the same person' });
  await warning.getByRole('link', { name: 'Calli Bear' }).waitFor();
  await press(warning, 'Go back');
  expect(await page.getByLabel('First name').inputValue()).toBe('cálli');
  await press(page, 'Create case');
  await press(warning, /This is somebody else/);
  await heading(page, 'cálli BEAR').waitFor();
});

test('cases are found by name, by date of birth and by number; the address keeps the search', async () => {
  const { officer } = council;
  await council.newCase('Mary', 'Crofty', '2014-02-04', { angler: '1234567899' });
  const page = await browse(officer, '/council/cases');
  for (const typed of ['crof', '04-Feb-2014', '1234567899']) {
    await page.getByRole('searchbox').fill(typed);
    await page.keyboard.press('Enter');
    await page.getByText('1 case on this page').waitFor();
    await page.getByRole('row', { name: /Mary Crofty.*04-Feb-2014.*1234567899/ }).waitFor();
  }
  await follow(page, 'Mary Crofty');
  await heading(page, 'Mary Crofty').waitFor();
  await page.goBack();
  expect(await page.getByRole('searchbox').inputValue()).toBe('1234567899');
  await page.getByRole('searchbox').fill('nobody at all');
  await page.keyboard.press('Enter');
  await page.getByText('No cases found').waitFor();
});

test('a form goes to the deputy of whoever is away; what comes back is read and answered; everybody gets one mail', async () => {
  const { officer, warden, deputy, portal } = council;
  const about = await council.newCase('Cherry', 'Pie', '2012-05-06');
  await warden.put('/api/me/automatic-reply', {
    on: true,
    text: 'On the river until Monday.',
    instead: deputy.account._id,
  });
  const page = await browse(officer, `/council/cases/${about}`);
  await follow(page, 'Send a form');
  await page.getByRole('checkbox', { name: 'Report on a bank' }).check();
  await page.getByRole('heading', { name: 'Your part of the form' }).waitFor();
  await press(page, 'Send');
  await page.getByRole('alert').getByText('Choose who to send it to').waitFor();

  await choose(page, /^Who to send it to/, 'ward', /Will Warden/);
  const chosen = page.getByRole('list', { name: 'It will be sent to' });
  await chosen.getByText('On the river until Monday.').waitFor();
  await page.getByLabel(/^Comments/).fill('Please look at the bank');
  await page.getByRole('radio', { name: 'A flood' }).check();
  // Nothing goes out before somebody has decided what to do about it.
  await press(page, 'Send');
  const away = page.getByRole('alertdialog', { name: 'Will Warden is away' });
  await away.getByText('This form has not been sent yet.').waitFor();
  expect((await officer.get(`/api/council/tasks?case=${about}`)).body).toEqual({ items: [] });
  await press(away, 'Send to Dora Deputy instead');
  await page.getByText('Report on a bank was sent to Dora Deputy.').waitFor();
  await page.getByRole('row', { name: /Report on a bank.*Dora Deputy.*Sent, not opened yet.*15 days left/ }).waitFor();
  expect(await portal.mail(warden.email)).toEqual([]);
  const [mail, ...others] = await portal.mail(deputy.email);
  expect([mail?.text.includes('/tasks/'), others]).toEqual([true, []]);
  expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/Cherry|Pie|flood|look at the bank/);

  const answering = await browse(deputy, '/tasks');
  await follow(answering, /^Report on a bank/);
  await answering.getByRole('button', { name: 'Next', exact: true }).click();
  await answering.getByLabel('How the bank is').fill('Steep and wet');
  await answering.getByRole('button', { name: /^Save/ }).click();
  await answering.getByText(/^Saved at/).waitFor();
  const sent = await council.taskOf(about);
  const task = taskOf(await deputy.get(`/api/tasks/${sent.id}`));
  const draft = await draftOf(deputy, task);
  expectStatus(await deputy.post(`/api/tasks/${task.id}/submit`, { revision: draft.revision }), 201);

  await page.reload();
  await follow(page, /^Read it/);
  await page.getByText('Steep and wet').waitFor();
  await page.getByText('A flood', { exact: true }).waitFor();
  await press(page, 'Post a response');
  const dialog = page.getByRole('dialog', { name: 'Post a response' });
  await press(dialog, 'Post the response');
  await dialog.getByText('Error: Write the response').waitFor();
  await dialog.getByLabel(/^Response/).fill('Thank you. The bank will be made safe.');
  const documents = dialog.getByLabel(/^Documents( |$)(?!that)/);
  await documents.setInputFiles({ name: 'notes.rtf', mimeType: 'text/rtf', buffer: Buffer.from(rtf) });
  const refusal = dialog.getByRole('alert').filter({ hasText: 'notes.rtf' });
  await refusal.getByText('Error: notes.rtf: [rtf] is not an accepted extension.').waitFor();
  expect((await refusal.innerText()).match(/Error:/g)).toEqual(['Error:']);
  await documents.setInputFiles({ name: 'safe-bank.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
  await dialog.getByRole('button', { name: 'Remove safe-bank.pdf' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await press(dialog, 'Post the response');
  await page.getByText('The response was posted.').waitFor();
  await page.getByText('Thank you. The bank will be made safe.').first().waitFor();
  await page.getByLabel('Your message').fill('When were you there?');
  await press(page, 'Send message');
  await page.getByRole('listitem').filter({ hasText: 'When were you there?' }).waitFor();
  const mails = await portal.mail(deputy.email);
  expect(mails.map(({ subject }) => subject.replace(/ \(?FW-\S+/, '').replace(/ – .*/, ''))).toEqual([
    'A form for you: Report on a bank',
    'We have your form',
    'There is a response to your form',
    'You have a new message',
  ]);
  for (const { text, html } of mails) expect(`${text} ${html}`).not.toMatch(/Cherry|made safe|When were you there/);
  await answering.goto(`/submitted/${draft.id}`);
  await answering.getByText('Thank you. The bank will be made safe.').first().waitFor();
  for (const path of [`/submitted/${draft.id}`, `/tasks/${task.id}`]) {
    await answering.goto(path);
    const download = answering.waitForEvent('download');
    await answering.getByRole('link', { name: 'safe-bank.pdf' }).click();
    expect(await readFile(await (await download).path())).toEqual(Buffer.from(pdf));
    expect(await axeViolations(answering)).toEqual([]);
  }
});

test('more time, other hands, retracted with a reason: each is said, and seen by whom it concerns', async () => {
  const { officer, warden, deputy, group, portal } = council;
  const about = await council.newCase('Rollo', 'Bluehat', '2011-09-10');
  const task = await council.send(about, { kind: 'user', id: warden.account._id });
  const page = await browse(officer, `/council/tasks/${task.id}`);
  await press(page, 'Give more time');
  const later = page.getByRole('dialog', { name: 'Give more time' });
  await typeDate(later, /^New due date/, inDays(40));
  await press(later, 'Move the due date');
  await later.waitFor({ state: 'detached' });
  await page.getByText('40 days left').waitFor();

  await press(page, 'Re-assign');
  const hands = page.getByRole('dialog', { name: 'Re-assign this form' });
  await press(hands, 'Re-assign');
  await hands.getByText('Choose who shall have it').waitFor();
  await hands.getByText('A manager may counter-sign it; it can be submitted without.').waitFor();
  await choose(page, /^Who to send it to/, 'Wardens', /Wardens of the river/);
  await hands.getByText(/may counter-sign what Wardens of the river writes/).waitFor();
  await press(hands, 'Re-assign to Wardens of the river');
  await hands.waitFor({ state: 'detached' });
  await page.getByText('Re-assigned to the work group Wardens of the river').waitFor();
  expect(taskOf(await officer.get(`/api/tasks/${task.id}`))).toMatchObject({ group: { id: group._id }, holder: null });

  const tray = taskOf(await deputy.get(`/api/tasks/${task.id}`));
  expect((await act(deputy, tray, 'pick-up')).status).toBe(200);
  const before = (await portal.mail(deputy.email)).length;
  await page.reload();
  await press(page, 'Retract');
  const back = page.getByRole('dialog', { name: 'Retract this form?' });
  await press(back, 'Retract the form');
  await back.getByText('Error: Enter why you are taking it back').waitFor();
  await back.getByLabel(/^Why/).fill('Asked twice by mistake');
  await press(back, 'Retract the form');
  await back.waitFor({ state: 'detached' });
  await page.getByText('The form was retracted. Whoever had it is told by email.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.getByText('Asked twice by mistake').first().waitFor();
  expect(await page.getByRole('button', { name: 'Retract' }).count()).toBe(0);
  const theirs = await browse(deputy, '/tasks');
  await theirs
    .getByRole('tab', { name: /Retracted/ })
    .or(theirs.getByRole('link', { name: /Retracted/ }))
    .first()
    .click();
  await theirs.getByText('Asked twice by mistake').first().waitFor();
  const [told] = (await portal.mail(deputy.email)).slice(before);
  expect(told?.text).toMatch(/taken back|retracted/i);
  expect(`${told?.subject} ${told?.text}`).not.toMatch(/Rollo|Bluehat/);
});

test('two answers to one form are read side by side', async () => {
  const { officer, warden, deputy } = council;
  const about = await council.newCase('Red', 'Robin', '2012-12-12');
  const [one, other] = [
    await council.send(about, { kind: 'user', id: warden.account._id }),
    await council.send(about, { kind: 'user', id: deputy.account._id }),
  ];
  await council.answer(warden, one, { report: 'Steep' });
  await council.answer(deputy, other, { report: 'Flat' });
  const page = await browse(officer, `/council/cases/${about}`);
  await page.getByRole('checkbox', { name: /of Will Warden/ }).check();
  await page.getByRole('checkbox', { name: /of Dora Deputy/ }).check();
  await follow(page, 'Compare side by side');
  await heading(page, 'Report on a bank, side by side').waitFor();
  await page.getByRole('row', { name: /How the bank is.*Answers differ.*Steep.*Flat/s }).waitFor();
  await page.getByLabel('Only where the answers differ').check();
  await page.getByRole('row', { name: /First name/ }).waitFor({ state: 'detached' });
});

test('an event starts a clock; the board shows it late, and an exception can be noted; the dashboard counts it', async () => {
  const { officer } = council;
  const about = await council.newCase('Frodo', 'Bagginski', '2010-03-03');
  const page = await browse(officer, `/council/cases/${about}`);
  await press(page, 'Choose what happened');
  const noted = page.getByRole('dialog', { name: 'Note an event' });
  await noted.getByLabel(/^What happened/).selectOption('Permit asked for');
  await typeDate(noted, /^On which day/, inDays(-20));
  await press(noted, 'Note the event');
  await noted.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /Decide on the permit.*6 days late.*20 days/ }).waitFor();
  // What would meet the clock is two presses away, with the day of today.
  await press(page, 'Permit decided');
  const likely = page.getByRole('dialog', { name: 'Note an event' });
  expect(await likely.getByLabel(/^What happened/).inputValue()).toBe('decided');
  expect(await likely.getByLabel('Day').inputValue()).toBe(String(Number(inDays(0).slice(8))));
  await press(likely, 'Cancel');
  await council.portal.services.relay.run();

  await page.goto('/council/dashboard');
  await page.getByText('Late clocks').waitFor();
  await page.locator('dl').getByText('1', { exact: true }).first().waitFor();
  await page.getByRole('heading', { name: 'Tasks due in the next seven days' }).waitFor();
  await follow(page, 'Late clocks');
  await page.waitForURL(/\/council\/board\?state=late/);
  await page.getByRole('row', { name: /Frodo Bagginski.*Decide on the permit.*6 days late/ }).waitFor();
  const csv = await download(page);
  expect(csv).toMatch(/Bagginski/);
  await page.getByLabel('State').selectOption('With an exception');
  await page.getByText('No clocks match.').waitFor();
  await page.goBack();
  await follow(page, /Frodo Bagginski/);

  await press(page, 'Note an exception');
  const stop = page.getByRole('dialog', { name: 'Note an exception' });
  await typeDate(stop, /^From/, inDays(-10));
  await stop.getByLabel(/^Why/).fill('The river was closed');
  await press(stop, 'Note the exception');
  await stop.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /The river was closed.*Not known yet/ }).waitFor();

  await press(page, 'Keep this case');
  const keep = page.getByRole('dialog', { name: 'Keep this case' });
  await press(keep, 'Keep it');
  await keep.getByText('Enter why it must be kept').waitFor();
  await keep.getByLabel(/^Why/).fill('An appeal');
  await press(keep, 'Keep it');
  await keep.waitFor({ state: 'detached' });
  await page.getByText(/^Keep: An appeal \(/).waitFor();
  await press(page, 'No longer keep it');
  await page.getByText('It will be removed when the council’s retention schedule says.').waitFor();
});

test('the dashboard says in a table what its charts draw', async () => {
  const { officer, warden } = council;
  const about = await council.newCase('Bo', 'Peep', '2010-03-04');
  await council.send(about, { kind: 'user', id: warden.account._id }, { dueOn: inDays(3) });
  const page = await browse(officer, '/council/dashboard');
  const figure = page.locator('section', {
    has: page.getByRole('heading', { name: 'Tasks due in the next seven days' }),
  });
  await figure.locator('canvas').waitFor();
  await figure.getByText('Show as a table').click();
  await figure.getByRole('row').nth(7).waitFor();
  const counts = await figure.getByRole('cell').allInnerTexts();
  expect(counts.filter((count) => count !== '0')).toEqual(['1']);
});

test('an administrator reads on the dashboard what the service says of itself, an officer does not', async () => {
  const { administrator, officer } = council;
  const page = await browse(administrator, '/council/dashboard');
  const state = page.locator('section', { has: page.getByRole('heading', { name: 'State of the service' }) });
  await state.getByText('No virus scanner is configured: documents are opened as they came').waitFor();
  expect(await state.innerText()).toMatch(/Storage\s+In order/);
  expect(await axeViolations(page)).toEqual([]);
  const other = await browse(officer, '/council/dashboard');
  await other.getByRole('heading', { name: 'Overdue tasks by team' }).waitFor();
  expect(await other.getByRole('heading', { name: 'State of the service' }).count()).toBe(0);
});

test('an administrator makes a work group, invites somebody into it, suspends them, and reads in the trail who did what', async () => {
  const { administrator, officer, warden, portal } = council;
  const page = await browse(administrator, '/council/groups');
  await follow(page, 'New work group');
  await page.getByLabel('Name').fill('Bridge watch');
  await page.getByLabel(/^Organisation/).fill('Angling Club');
  await choose(page, 'Add to managers', 'ward', /Will Warden/);
  await press(page, 'Save the work group');
  await page.getByText('Bridge watch was saved.').waitFor();
  await page.getByRole('row', { name: /Bridge watch.*Angling Club.*Will Warden/ }).waitFor();

  await page.goto('/council/accounts');
  await follow(page, 'Invite somebody');
  await press(page, 'Send the invitation');
  await page.getByRole('alert').getByText('Enter an email address').waitFor();
  await page.getByLabel('Email address').fill('new@example.org');
  await page.getByLabel('Forename').fill('Nora');
  await page.getByLabel('Surname').fill('New');
  await page.getByRole('combobox', { name: /^Work groups/ }).fill('Bridge');
  await page.getByRole('option', { name: /Bridge watch/ }).click();
  await press(page, 'Send the invitation');
  await page.getByText(/An invitation was sent to Nora New/).waitFor();
  await page.getByRole('row', { name: /Nora New.*Bridge watch.*Invited, not accepted yet/ }).waitFor();
  const [invitation] = await portal.mail('new@example.org');
  expect(invitation?.text).toMatch(/\/accept-invitation#\S+/);

  const victim = await portal.signedIn({ profile: { forename: 'Sam', surname: 'Suspect' } });
  await page.getByRole('searchbox').fill('suspect');
  await page.keyboard.press('Enter');
  await press(page, /^Suspend Sam Suspect/);
  const dialog = page.getByRole('dialog', { name: 'Suspend Sam Suspect?' });
  await dialog.getByLabel(/^Why/).fill('Lost the telephone');
  await press(dialog, 'Suspend the account');
  await page.getByRole('row', { name: /Sam Suspect.*Suspended.*Lost the telephone/ }).waitFor();
  expect((await victim.get('/api/drafts')).status).toBe(401);
  await press(page, /^Restore Sam Suspect/);
  await press(page.getByRole('dialog'), 'Restore the account');
  await page.getByRole('row', { name: /Sam Suspect.*In use/ }).waitFor();

  const about = await council.newCase('Audit', 'Ed', '2013-03-03');
  await (
    await browse(officer, `/council/cases/${about}`)
  )
    .getByRole('heading', { level: 1, name: 'Audit Ed' })
    .waitFor();
  await page.goto('/council/audit');
  await page.getByText('No entries were changed').waitFor();
  await page.getByRole('searchbox').fill(about);
  await page.keyboard.press('Enter');
  await page
    .getByRole('row', { name: /Olive Officer/ })
    .first()
    .waitFor();
  await page
    .getByRole('link', { name: `case ${about}` })
    .first()
    .waitFor();
  expect(await download(page)).toContain(about);
  expect(warden.account.role).toBe('applicant');
});

test('whoever does not work for the council sees none of it', async () => {
  const { warden } = council;
  const page = await browse(warden, '/council/cases');
  await heading(page, 'You cannot see this page').waitFor();
  expect(await page.getByRole('navigation', { name: 'Workspace' }).count()).toBe(0);
  const officer = await browse(council.officer, '/council/accounts');
  await officer.getByRole('alert').waitFor();
});

test('terms are changed by an administrator, and wrong ones are not taken', async () => {
  const page = await browse(council.administrator, '/council/calendar');
  await press(page, 'Add a term');
  const added = page.getByRole('group', { name: /^Term \d+$/ });
  await press(page, 'Save the calendar');
  await page.getByRole('alert').getByText('Name every term').waitFor();
  await added.getByLabel('Name').fill('Spring of the fish');
  const term = page.getByRole('group', { name: 'Spring of the fish' });
  await term.getByLabel('Begins').fill('2029-01-08');
  await term.getByLabel('Ends').fill('2029-03-30');
  await press(page, 'Save the calendar');
  await page.getByText('The calendar was saved.').waitFor();
  const reader = await browse(council.officer, '/council/calendar');
  await reader.getByRole('row', { name: /Spring of the fish.*08-Jan-2029.*30-Mar-2029/ }).waitFor();
});

/** Every page of the workspace, with who opens it and its heading. */
const everyPage = async (): Promise<[SignedIn, string, string][]> => {
  const { officer, administrator, warden, group } = council;
  const about = await council.newCase('Ax', 'Ess', `20${10 + (everyPages += 1)}-04-04`);
  const task: Sent = await council.send(about, { kind: 'user', id: warden.account._id });
  return [
    [officer, '/council', 'Work list'],
    [officer, '/council/dashboard', 'Dashboard'],
    [officer, '/council/board', 'Statutory clocks'],
    [officer, '/council/cases', 'Cases'],
    [officer, '/council/cases/new', 'New case'],
    [officer, `/council/cases/${about}`, 'Ax Ess'],
    [officer, `/council/cases/${about}/audit`, 'Audit trail of the case'],
    [officer, `/council/cases/${about}/change`, 'Change the case'],
    [officer, `/council/cases/${about}/send?form=bank-report`, 'Send a form'],
    [officer, '/council/tasks', 'Tasks'],
    [officer, `/council/tasks/${task.id}`, 'Report on a bank'],
    [administrator, '/council/groups', 'Work groups'],
    [administrator, `/council/groups/${group._id}`, 'Wardens of the river'],
    [administrator, '/council/teams', 'Teams'],
    [administrator, '/council/teams/rivers', 'Rivers'],
    [administrator, '/council/accounts', 'Accounts'],
    [administrator, '/council/accounts/invite', 'Invite somebody'],
    [administrator, '/council/forms', 'Forms'],
    [administrator, '/council/audit', 'Audit trail'],
    [officer, '/council/calendar', 'Calendar'],
  ];
};
let everyPages = 0;

const visitAll = async (viewport: typeof narrow, look: (page: Page, path: string) => Promise<void>): Promise<void> => {
  const pagesOf = new Map<SignedIn, Page>();
  for (const [who, path, name] of await everyPage()) {
    const page = pagesOf.get(who) ?? (await browse(who, path, viewport));
    if (pagesOf.has(who)) await page.goto(path);
    pagesOf.set(who, page);
    await heading(page, name).waitFor();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    await look(page, path);
  }
};

test('every page is accessible and fits 320 pixels', { timeout: 240_000 }, () =>
  visitAll(narrow, async (page, path) => {
    expect([path, await axeViolations(page), await sidewaysOverflow(page)]).toEqual([path, [], 0]);
  }),
);

test('everything on every page is reached by keyboard alone, and shows where it is', { timeout: 240_000 }, () =>
  visitAll(desktop, async (page, path) => {
    expect([path, await missedByKeyboard(page)]).toEqual([path, []]);
  }),
);
