/** Forms that people of the demonstration began themselves: drafts, and what they submitted. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isObject, toPointer, valueAt, withValueAt, fromPointer } from '../../engine/json.ts';
import type { JsonObject } from '../../engine/json.ts';
import { today } from '../core/clock.ts';
import { renderPdf } from '../platform/pdf/index.ts';
import type { FormVersion } from '../modules/catalogue/index.ts';
import type { DemonstrationParts } from './parts.ts';
import { workDayFrom } from './days.ts';
import type { DemoForm } from './demonstration.ts';
import { daysFrom, moveDates } from './move-dates.ts';
import { accountOf } from './people.ts';
import type { SetBackClock } from './set-back-clock.ts';
import { callerOf } from './stories.ts';

const exampleAnswers = async (
  { config, clock }: Pick<DemonstrationParts, 'config' | 'clock'>,
  { form, example }: DemoForm,
): Promise<JsonObject> => {
  const recorded: unknown = JSON.parse(await readFile(join(config.formsDir, form, example), 'utf8'));
  if (!isObject(recorded)) throw new Error(`${example} is not a recorded example`);
  const { answers, today: day } = recorded;
  if (answers === undefined || typeof day !== 'string') throw new Error(`${example} has no answers or no day`);
  const moved = moveDates(answers, daysFrom(day, today(clock, config.timeZone)));
  return isObject(moved) ? moved : {};
};

/** Fills in one form on its day, and lets happen what was written about it then. */
export const seedForm = async (
  parts: DemonstrationParts,
  clock: SetBackClock,
  wanted: DemoForm,
  todayIs: string,
): Promise<void> => {
  const { catalogue, drafts, submissions, threads, responses } = parts;
  const at = (days: number, time: string) => clock.set(new Date(`${workDayFrom(todayIs, days)}T${time}Z`));
  at(wanted.day ?? 0, '18:40:00');
  const account = await accountOf(parts, wanted.account);
  const formVersion = await catalogue.newest(wanted.form);
  if (formVersion === undefined) throw new Error('The form is not served');
  const draft = await drafts.create(account._id, wanted.form, {});
  const all = await exampleAnswers(parts, wanted);
  const given = answersOfPages(formVersion, all, wanted.pages);
  const answers = await withUploads(parts, account._id, draft.id, formVersion, given);
  const pages = formVersion
    .compiled()
    .pages.filter(({ id }) => wanted.pages === undefined || wanted.pages.includes(id));
  const saved = await drafts.save(account._id, draft.id, {
    revision: draft.revision,
    set: answers,
    pages: Object.fromEntries(pages.map(({ id }) => [id, 'done'])),
    lastPage: wanted.lastPage ?? '',
  });
  if (!wanted.submit) return;
  const { submission } = await submissions.submit(callerOf(account), draft.id, saved.revision);
  for (const { day, by, text, response } of wanted.then ?? []) {
    at(day, '11:20:00');
    const caller = callerOf(await accountOf(parts, by));
    if (response) await responses.post(caller, submission._id, { text });
    else await threads.write(caller, 'submission', submission._id, text);
  }
};
const answersOfPages = (formVersion: FormVersion, answers: JsonObject, pages: string[] | undefined): JsonObject => {
  if (pages === undefined) return answers;
  const keys = formVersion
    .compiled()
    .questions.filter(({ pageId }) => pages.includes(pageId))
    .map(({ pointer }) => fromPointer(pointer)[0]);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
};

/** A recorded example names documents that nobody has: each becomes a page of PDF with its name on it. */
export const withUploads = async (
  { attachments }: DemonstrationParts,
  owner: string,
  draftId: string,
  formVersion: FormVersion,
  answers: JsonObject,
): Promise<JsonObject> => {
  const at = formVersion.definition.manifest.attachments?.at;
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
