/** All that is held about an account, for the person who asks for it: one JSON file and the documents beside it. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { wordsOfAction } from '../../server/platform/audit/words.ts';
import type { AttachmentDocument } from '../../server/modules/drafts/index.ts';
import type { Services } from '../../server/composition/services.ts';
import { hasBytes } from './backup.ts';
import { type Held, heldAbout } from '../../server/modules/retention/index.ts';

/** The person's own words in a thread; others' are theirs. */
const ownMessages = ({ threads, account }: Held) =>
  threads.flatMap(({ kind, about, messages }) =>
    messages.filter(({ by }) => by.id === account._id).map(({ at, text }) => ({ kind, about, at, text })),
  );

const taskOf = ({ form, task, subject }: Held['openTasks'][number]) => ({
  form: form.title,
  state: task.state,
  about: `${subject.firstName} ${subject.lastName}`.trim(),
  dueOn: task.dueOn,
});

/** Without what protects the account (its password's hash, tokens) and without what only the store needs. */
const asTold = (held: Held, fileOf: (attachment: AttachmentDocument) => string | undefined) => {
  const { email, profile, role, createdAt, lastSignedInAt } = held.account;
  const documentsOf = (id: string) =>
    held.attachments
      .filter(({ draft }) => draft === id)
      .map((each) => ({ name: each.name, bytes: each.bytes, sha256: each.sha256, file: fileOf(each) ?? null }));
  return {
    account: { email, role, profile, createdAt, lastSignedInAt: lastSignedInAt ?? null },
    drafts: held.drafts
      .filter(({ status }) => status === 'open')
      .map(({ _id, form, answers, startedAt, savedAt, expiresAt }) => {
        const { title, version } = form;
        return { form: title, version, answers, startedAt, savedAt, expiresAt, documents: documentsOf(_id) };
      }),
    submissions: held.submissions.map(({ _id, reference, form, answers, submittedAt, sha256, responses }) => {
      const told = (responses ?? []).map(({ postedAt, text }) => ({ postedAt, text }));
      const { title, version } = form;
      const documents = documentsOf(_id);
      return { reference, form: title, version, answers, submittedAt, sha256, responses: told, documents };
    }),
    knownPersons: held.people.map(({ firstName, lastName, dateOfBirth, lastUsedAt }) => {
      return { firstName, lastName, dateOfBirth: dateOfBirth ?? null, lastUsedAt };
    }),
    tasks: [...held.openTasks, ...held.closedTasks].map(taskOf),
    messages: ownMessages(held),
    groups: held.groups.map(({ name }) => name),
    teams: held.teams.map(({ name }) => name),
    signedInTimes: held.sessions.map(({ createdAt: at }) => at),
    trail: held.audit.map(({ at, action, detail }) => ({ at, what: wordsOfAction(action, detail) })),
  };
};

/** Writes a folder that only its owner may read, and a line into the audit trail. Rejects when there is no such account. */
export const exportAccount = async (services: Services, email: string, out: string): Promise<string[]> => {
  const { store, blobs, accounts, audit } = services;
  const account = await accounts.byEmail(email);
  if (account === undefined) throw new Error('There is no account with this email address');
  if (existsSync(out)) throw new Error(`${out} is there already: give another name, or remove it first`);
  const held = await heldAbout(store, account);
  await mkdir(join(out, 'documents'), { recursive: true, mode: 0o700 });
  await audit.append({ actor: 'system', action: 'account-exported', subject: { kind: 'account', id: account._id } });
  const files = new Map<string, string>();
  for (const attachment of held.attachments) {
    if (!hasBytes(attachment) || attachment.state === 'removed') continue;
    const number = String(files.size + 1).padStart(4, '0');
    const name = `documents/${number} ${attachment.name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')}`;
    const bytes = await buffer(await blobs.open(attachment.blob));
    await writeFile(join(out, name), bytes, { mode: 0o600, flag: 'wx' });
    files.set(attachment._id, name);
  }
  const told = asTold(held, ({ _id }) => files.get(_id));
  await writeFile(join(out, 'data.json'), `${JSON.stringify(told, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return ['data.json', ...files.values()].map((name) => join(out, name));
};
