/** Sends a form about a case to one or many: a task and a draft for each. */
import { createHash } from 'node:crypto';
import { addDuration, answersFor, instantAfter, step } from '../../../engine/index.ts';
import type { TaskAddress, TaskRules } from '../../../engine/index.ts';
import { isObject } from '../../../engine/json.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { SentFile } from '../../../wire/form.ts';
import type { NewTasks, Recipient, TaskProposal } from '../../../wire/task.ts';
import { taskClock } from './access.ts';
import type { TaskCaller } from './access.ts';
import { today } from '../../core/clock.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { noteEffect, withEffects } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import { type AccountRecord, nameOf, notForPerson, stateOf } from '../accounts/index.ts';
import type { CaseDocument } from '../cases/index.ts';
import type { FormVersion } from '../catalogue/index.ts';
import { keepToSend } from '../drafts/index.ts';
import type { KnownValues } from '../../core/known-values.ts';
import { caseFormEffect } from './case/case-forms.ts';
import { newId } from '../../core/ids.ts';
import { unseen } from '../../core/retain.ts';
import { groupMayHave, notForGroup, personMayHave } from './audience.ts';
import { refusal } from './change.ts';
import { signersNamed } from './counter-signers.ts';
import { keysOf } from './document.ts';
import type { TaskContent, TaskDocument } from './document.ts';
import { beginTaskDraft } from './answers/draft.ts';
import { refusedAt, sentAnswers, taskPrefill, taskKnown } from './case/known.ts';
import { mailsToHolder } from './mails.ts';
import type { TaskParts } from './parts.ts';
import { webhookEffect } from '../../platform/effects/webhook-effect.ts';

/** Days after the due date on which a task closes by itself. */
const expiresAfterDays = 30;

/** When a task closes by itself: at the end of the 30th day after it is due, or after today when it was due before. */
export const expiryFor = (dueOn: string, day: string): string =>
  instantAfter(`${dueOn > day ? dueOn : day}T00:00:00.000Z`, expiresAfterDays + 1);

interface FormToSend {
  formVersion: FormVersion;
  rules: TaskRules;
}

/** The newest version of a form that is sent as a task. Throws not-found. */
const formToSend = async ({ catalogue }: TaskParts, form: string): Promise<FormToSend> => {
  const formVersion = await catalogue.newest(form);
  const rules = formVersion?.definition.manifest.task;
  if (formVersion === undefined || rules === undefined) throw problem('not-found');
  return { formVersion, rules };
};

/** The case, when one of the caller's teams has it; no caller is the clock. Throws not-found. */
const caseToSend = async (
  { cases, teams }: TaskParts,
  caller: TaskCaller | undefined,
  id: string,
): Promise<CaseDocument> => {
  const found = await cases.get(id);
  if (found === undefined) throw problem('not-found');
  if (caller !== undefined && !(await teams.of(caller.accountId)).includes(found.team)) throw problem('not-found');
  return found;
};

/** What `caller` is to give of this form about this case, and what the record holds of it; nothing that is kept from them. */
const askedOf = async (
  parts: TaskParts,
  caller: TaskCaller,
  { formVersion }: FormToSend,
  found: CaseDocument,
): Promise<Pick<TaskProposal, 'sends' | 'answers'>> => {
  const form = formVersion.compiled();
  const { answers } = taskPrefill(form, {}, parts.cases.known(found));
  const { parties, names } = await parts.drafts.look({}, caller.accountId);
  const seen = answersFor(
    form,
    answers,
    { parties: new Set([...parties, 'sender' as const]), names, wrote: () => true, added: () => false },
    { today: today(parts.clock, parts.config.timeZone), values: {} },
  );
  const sends = sentAnswers(formVersion.definition.manifest).filter((key) => !seen.notAsked.includes(`/${key}`));
  return { sends, answers: seen.only(sends) };
};

/** What the page that sends begins with. */
export const proposal = async (
  parts: TaskParts,
  caller: TaskCaller,
  wanted: { case: string; form: string },
): Promise<TaskProposal> => {
  const found = await caseToSend(parts, caller, wanted.case);
  const form = await formToSend(parts, wanted.form);
  const { assignTo, counterSignature, due } = form.rules;
  return {
    dueOn: addDuration(today(parts.clock, parts.config.timeZone), due),
    assignTo,
    counterSignature,
    ...signersNamed(form.formVersion),
    ...(await askedOf(parts, caller, form, found)),
  };
};

interface Addressee extends TaskAddress {
  organisation: string;
  /** Absent for a work group. */
  person?: AccountRecord;
}

/** Throws request-invalid when somebody among them may not have the form. */
const refuseOthers = async (parts: TaskParts, { formVersion }: FormToSend, to: readonly Addressee[]): Promise<void> => {
  const { audience } = formVersion.definition.manifest;
  const refused = await Promise.all(
    to.map(async ({ id, name, person }, index) => {
      const may = await (person === undefined
        ? groupMayHave(parts, audience, id)
        : personMayHave(parts, audience, person));
      const message = person === undefined ? notForGroup(audience, name) : notForPerson(audience, person);
      return may ? [] : [{ pointer: `/to/${index}`, keyword: 'audience', message }];
    }),
  );
  const errors = refused.flat();
  if (errors.length > 0)
    throw problem('request-invalid', { detail: errors.map(({ message }) => message).join(' '), errors });
};

const addresseeOf = async (
  { accounts, groups }: TaskParts,
  to: NewTasks['to'][number],
  index: number,
): Promise<Addressee> => {
  const nobody = (): Error =>
    problem('request-invalid', {
      errors: [
        { pointer: `/to/${index}/id`, message: 'There is no such person or work group, or their account is closed.' },
      ],
    });
  if (to.kind === 'group') {
    const group = await groups.get(to.id);
    if (group === undefined) throw nobody();
    return { kind: 'group', id: group._id, name: group.name, organisation: group.organisation || group.name };
  }
  const account = await accounts.get(to.id);
  if (account === undefined || stateOf(account) === 'suspended') throw nobody();
  const name = nameOf(account);
  return { kind: 'user', id: account._id, name, organisation: account.profile.organisation ?? name, person: account };
};

/** Throws automatic-reply while somebody is away of whom the sender has not said that they know. */
const askAboutAway = async (parts: TaskParts, to: readonly Addressee[], despite: readonly string[]): Promise<void> => {
  const away: Recipient[] = [];
  for (const { kind, id, name } of to) {
    const said = kind === 'user' && !despite.includes(id) ? await parts.automaticReplies.away(id) : undefined;
    if (said !== undefined) away.push({ kind, id, name, detail: '', away: said });
  }
  if (away.length === 0) return;
  const words = away.map(({ name, away: said }) => {
    const instead = said?.instead === undefined ? '' : ` Send it to ${said.instead.name} instead.`;
    return `${name} is away: “${said?.text ?? ''}”.${instead}`;
  });
  throw problem('automatic-reply', { detail: words.join(' '), away });
};

/** The sender's answers, judged by the form. `asked`: what it asks of them. Throws request-invalid. */
const judgedSends = ({ formVersion }: FormToSend, given: NewTasks['sends'], asked: readonly string[]): JsonObject => {
  const sends: JsonObject = isObject(given) ? given : {};
  const form = formVersion.compiled();
  const known = Object.keys(sends).map((key) => `/${key}`);
  const refused = refusedAt(form, sends, known);
  const errors = known
    .filter((pointer) => refused.includes(pointer) || !asked.includes(pointer.slice(1)))
    .map((pointer) => {
      const label = form.questionAt(pointer)?.label ?? pointer.slice(1);
      const message = refused.includes(pointer)
        ? `“${label}” is not an answer that this form takes.`
        : `“${label}” is not for the sender to answer.`;
      return { pointer: `/sends${pointer}`, message, label };
    });
  if (errors.length > 0) throw problem('request-invalid', { errors });
  return sends;
};

const dueDate = ({ rules }: FormToSend, given: string | undefined, day: string): string => {
  if (given === undefined) return addDuration(day, rules.due);
  if (given < day || given > addDuration(day, 'P3660D'))
    throw problem('request-invalid', {
      errors: [{ pointer: '/dueOn', message: 'Give a date that is not in the past.' }],
    });
  return given;
};

interface Sending extends FormToSend {
  found: CaseDocument;
  known: KnownValues;
  sends: JsonObject;
  dueOn: string;
  comments: string;
  files: SentFile[];
}

/** Sends to one. `id` is its own, so that a repeat finds it there and sends nothing. */
const sendOne = async (
  parts: TaskParts,
  caller: TaskCaller | undefined,
  sending: Sending,
  to: Addressee,
  id: string,
): Promise<TaskDocument> => {
  const { store, clock, config, teams } = parts;
  const present = await store.get('tasks', id);
  if (present !== undefined) return present;
  const { formVersion, rules, found, sends, dueOn, comments, files } = sending;
  const day = today(clock, config.timeZone);
  const team = { id: found.team, name: (await teams.get(found.team))?.name ?? found.team };
  const actor =
    caller === undefined
      ? { ...taskClock, name: team.name }
      : { ...taskClock, id: caller.accountId, name: caller.name, isOfficerOfTeam: true, isClock: false };
  const expiresAt = expiryFor(dueOn, day);
  const { kind, id: toId, name } = to;
  const event = {
    kind: 'send',
    to: { kind, id: toId, name },
    team,
    dueOn,
    expiresAt,
    comment: comments,
    rules,
    ...signersNamed(formVersion),
  } as const;
  const result = step(null, event, actor, clock.now().toISOString(), config.timeZone);
  if ('refused' in result) throw refusal(result.refused);
  const draft = createHash('sha256').update(`draft of ${id}`).digest('base64url').slice(0, 22);
  const keptDays = formVersion.definition.manifest.retention.retractedDays;
  const begun = await beginTaskDraft(parts, {
    id: draft,
    task: id,
    holder: kind === 'user' ? toId : '',
    formVersion,
    sends,
    known: { ...sending.known, ...taskKnown({ sentOn: day, dueDate: dueOn, comments, organisation: to.organisation }) },
    expiresAt: instantAfter(expiresAt, keptDays),
  });
  const { firstName, lastName, dateOfBirth, address } = found.subject;
  const content: TaskContent = {
    turn: 1,
    task: result.task,
    form: { ...formVersion.ref },
    case: found._id,
    subject: { firstName, lastName, dateOfBirth, ...(address === undefined ? {} : { address }) },
    comments,
    draft,
    documents: files,
    warnings: begun.warnings,
    locked: begun.locked.map(({ to: pointer }) => pointer),
    remindedTo: day,
    keptDays,
  };
  const mails = await mailsToHolder(parts, id, content, kind === 'user' ? 'assigned' : 'offered');
  const subject = { kind: 'task', id };
  try {
    const made = await store.insert('tasks', {
      _id: id,
      ...content,
      keys: keysOf(content),
      retain: unseen,
      ...withEffects([
        noteEffect({ actor: actor.id, action: 'task-sent', subject, detail: { case: found._id } }, clock.now()),
        ...mails,
        webhookEffect('task.sent', { task: id, case: found._id }, clock.now()),
        caseFormEffect(id, 'sent', clock.now()),
      ]),
    });
    await writeNotes(parts, 'tasks', made);
    return made;
  } catch (error) {
    const made = error instanceof DuplicateError ? await store.get('tasks', id) : undefined;
    if (made === undefined) throw error;
    return made;
  }
};

/** What makes a sending once only, however often it is asked for. */
const idsFor = (key: string | undefined, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    key === undefined ? newId() : createHash('sha256').update(`task ${index} ${key}`).digest('base64url').slice(0, 22),
  );

/**
 * Sends to everybody named. `key` names the sending: asked for again, it gives what was sent before. No caller is the clock, which sends
 * what a form's schedule says. Throws not-found, request-invalid, automatic-reply or forbidden, and then nothing was sent.
 */
export const sendTasks = async (
  parts: TaskParts,
  caller: TaskCaller | undefined,
  wanted: NewTasks,
  key?: string,
): Promise<TaskDocument[]> => {
  const { clock, config, cases, kick } = parts;
  const found = await caseToSend(parts, caller, wanted.case);
  const form = await formToSend(parts, wanted.form);
  const to = await Promise.all(wanted.to.map((address, index) => addresseeOf(parts, address, index)));
  const wrong = to.findIndex(({ kind }) => !form.rules.assignTo.includes(kind === 'user' ? 'user' : 'work-group'));
  if (wrong >= 0) {
    const message = to[wrong]?.kind === 'user' ? 'This form goes to a work group.' : 'This form goes to one person.';
    throw problem('request-invalid', { errors: [{ pointer: `/to/${wrong}`, message }] });
  }
  await refuseOthers(parts, form, to);
  const ids = idsFor(key === undefined ? undefined : `${caller?.accountId ?? ''} ${key}`, to.length);
  if (caller !== undefined) await askAboutAway(parts, to, wanted.despiteAway ?? []);
  // The clock gives nothing of its own.
  const asked = caller === undefined ? [] : (await askedOf(parts, caller, form, found)).sends;
  const sending: Sending = {
    ...form,
    found,
    known: cases.known(found),
    sends: judgedSends(form, wanted.sends, asked),
    dueOn: dueDate(form, wanted.dueOn, today(clock, config.timeZone)),
    comments: wanted.comments?.trim() ?? '',
    files: await keepToSend(parts, caller?.accountId, wanted.documents ?? []),
  };
  const sent: TaskDocument[] = [];
  for (const [index, address] of to.entries()) {
    const id = ids[index] ?? newId();
    sent.push(await sendOne(parts, caller, sending, address, id));
  }
  kick();
  return sent;
};
