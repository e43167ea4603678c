import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isObject, toPointer, valueAt, withValueAt, fromPointer } from '../../engine/json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { today } from '../clock.ts';
import { renderPdf } from '../pdf/index.ts';
import type { AccountRecord } from '../services/accounts.ts';
import type { Edition } from '../services/catalogue-edition.ts';
import { hashPassword } from '../services/passwords.ts';
import type { Services } from '../services/services.ts';
import { readDemonstration } from './demonstration.ts';
import type { DemoForm } from './demonstration.ts';
import { daysFrom, moveDates } from './move-dates.ts';

/**
 * Makes the demonstration's accounts, and for those that are new their forms. Doing it again changes nothing. A form that can
 * no longer be submitted as it is recorded stays a draft and is told in the log.
 */
export const seedDemonstration = async (services: Services): Promise<void> => {
  const { config, accounts, teams, demoAccounts, log } = services;
  const { accounts: wanted, forms } = await readDemonstration(config.councilDir);
  for (const { email, password, who, role, profile, teams: worksIn = [] } of wanted) {
    demoAccounts.push({ email, password, who });
    if ((await accounts.byEmail(email)) !== undefined) continue;
    const account = await accounts.create({ email, passwordHash: await hashPassword(password), role, profile });
    for (const team of worksIn) await teams.join(team, account._id);
    for (const form of forms.filter((other) => other.account === email)) {
      try {
        await seedForm(services, account, form);
      } catch (error) {
        log.warn({ form: form.form, err: error }, 'demonstration form not made');
      }
    }
  }
};

const exampleAnswers = async ({ config, clock }: Services, { form, example }: DemoForm): Promise<JsonObject> => {
  const recorded: unknown = JSON.parse(await readFile(join(config.formsDir, form, example), 'utf8'));
  if (!isObject(recorded)) throw new Error(`${example} is not a recorded example`);
  const { answers, today: day } = recorded;
  if (answers === undefined || typeof day !== 'string') throw new Error(`${example} has no answers or no day`);
  const moved = moveDates(answers, daysFrom(day, today(clock, config.timeZone)));
  return isObject(moved) ? moved : {};
};

const seedForm = async (services: Services, account: AccountRecord, wanted: DemoForm): Promise<void> => {
  const { catalogue, drafts, submissions } = services;
  const edition = await catalogue.newest(wanted.form);
  if (edition === undefined) throw new Error('The form is not served');
  const draft = await drafts.create(account._id, wanted.form, {});
  const all = await exampleAnswers(services, wanted);
  const answers = await withUploads(
    services,
    account._id,
    draft.id,
    edition,
    answersOfPages(edition, all, wanted.pages),
  );
  const pages = edition.compiled().pages.filter(({ id }) => wanted.pages === undefined || wanted.pages.includes(id));
  const saved = await drafts.save(account._id, draft.id, {
    revision: draft.revision,
    set: answers,
    pages: Object.fromEntries(pages.map(({ id }) => [id, 'done'])),
    lastPage: wanted.lastPage ?? '',
  });
  if (!wanted.submit) return;
  const { forename, surname, professional } = account.profile;
  const { _id: accountId, role, email } = account;
  const caller = { accountId, role, email, professional, sessionId: '', name: `${forename} ${surname}` };
  await submissions.submit(caller, draft.id, saved.revision);
};

const answersOfPages = (edition: Edition, answers: JsonObject, pages: string[] | undefined): JsonObject => {
  if (pages === undefined) return answers;
  const keys = edition
    .compiled()
    .questions.filter(({ pageId }) => pages.includes(pageId))
    .map(({ pointer }) => fromPointer(pointer)[0]);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
};

/** A recorded example names documents that nobody has: each becomes a page of PDF with its name on it. */
export const withUploads = async (
  { attachments }: Services,
  owner: string,
  draftId: string,
  edition: Edition,
  answers: JsonObject,
): Promise<JsonObject> => {
  const at = edition.definition.manifest.attachments?.at;
  const rows = at === undefined ? undefined : valueAt(answers, at);
  if (at === undefined || !Array.isArray(rows)) return answers;
  let result = answers;
  for (const [index, row] of rows.entries()) {
    const recorded = valueAt(row, '/file/name');
    const name = `${(typeof recorded === 'string' ? recorded : 'document').replace(/\.[^.]*$/, '')}.pdf`;
    const stream = Readable.from([await page(name)]);
    const { id, bytes, mediaType } = await attachments.upload(owner, draftId, name, stream);
    const changed = withValueAt(result, toPointer([...fromPointer(at), index, 'file']), { id, name, bytes, mediaType });
    if (isObject(changed)) result = changed;
  }
  return result;
};

const page = (name: string): Promise<Buffer> =>
  renderPdf({
    title: name,
    header: '',
    classification: '',
    language: 'en',
    direction: 'ltr',
    status: 'submitted',
    subject: '',
    signatories: [],
    cover: [],
    sections: [{ id: 'page', heading: name, blocks: [{ kind: 'note', text: 'A document of the demonstration.' }] }],
    attachments: [],
  });
