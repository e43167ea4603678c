/** One of each record, made over HTTP by those whose it is, and fresh copies of them, so that no call spoils what another one finds. */
import { newId } from '../../../server/core/ids.ts';
import type { TaskDocument } from '../../../server/modules/tasks/document.ts';
import { type Store, type Stored, type CollectionName, documentsOf } from '../../../server/platform/storage/store.ts';
import { beginComplete, expectStatus, upload } from '../angling.ts';
import { act, draftOf, save, send, taskOf, toUser } from '../bank.ts';
import { pdf } from '../files.ts';
import type { SignedIn } from '../portal.ts';
import { field, textField } from '../read.ts';
import type { Cast } from './people.ts';
import { isObject, parseJson } from '../../../engine/json.ts';

/** What stands in a path, with the revision that its caller has seen. */
export interface Found {
  params: Record<string, string>;
  revision: number;
}

export type Finder = () => Promise<Found>;

/** A copy of a stored document that waits for nothing, with what is to be other in it. */
const copyOf = async (store: Store, collection: CollectionName, id: string, other: object = {}) => {
  const documents = documentsOf(store);
  const found = await documents.get(collection, id);
  if (found === undefined) throw new Error(`There is no ${id} in ${collection}`);
  const { revision: _revision, createdAt: _made, updatedAt: _changed, effectsDue: _due, ...rest } = found;
  const effects = 'effects' in rest ? { effects: [] } : {};
  const changed = parseJson(JSON.stringify(other));
  return documents.insert(collection, { ...rest, ...effects, _id: newId(), ...(isObject(changed) ? changed : {}) });
};

const submitted = async (person: SignedIn): Promise<{ id: string; attachment: string }> => {
  const { id, revision } = await beginComplete(person);
  const attachment = textField(expectStatus(await upload(person, id, 'letter.pdf', pdf), 201), 'id');
  const file = { id: attachment, name: 'letter.pdf', bytes: pdf.length, mediaType: 'application/pdf' };
  const set = { documents: [{ file, kind: 'letter' }] };
  const saved = expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set }), 200);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision: saved['revision'] }), 201);
  return { id, attachment };
};

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Makes one of each. Gives what finds one to call about: a fresh copy of whatever a call may change for good. */
export const makeRecords = async ({ portal, people, group }: Cast) => {
  const { store, services, clock } = portal;
  const { owner, holder, former, member, manager, officer, other, admin } = people;

  const begun = await beginComplete(owner);
  const attached = textField(expectStatus(await upload(owner, begun.id, 'letter.pdf', pdf), 201), 'id');
  const sent = await submitted(owner);
  const officersOwn = await submitted(other);
  await services.relay.run();
  const session = await store.findOne('sessions', { account: { eq: owner.account._id } });
  if (session === undefined) throw new Error('The owner is not signed in');
  const known = textField(field((await owner.get('/api/people')).body, '0'), 'id');

  const subject = { firstName: 'Żółta', lastName: 'O’Neill', dateOfBirth: '2015-04-03', identifiers: {} };
  const wanted = { subject, team: 'rivers', values: { 'permit.river': 'upper' } };
  const about = textField(expectStatus(await officer.post('/api/cases', wanted), 201), 'id');
  expectStatus(await officer.post(`/api/cases/${about}/events`, { name: 'asked', on: dayOf(clock.now()) }), 200);
  const pause = { from: dayOf(clock.now()), reason: 'Flood' };
  expectStatus(await officer.post(`/api/cases/${about}/pauses`, pause), 200);

  const from = { officer, caseId: about };
  const toGroup = { kind: 'group' as const, id: group._id };
  const letter = await officer.send('POST', '/api/council/tasks/documents?name=letter.pdf', {
    body: pdf,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  const enclosed = textField(expectStatus(letter, 201), 'id');

  const tray = await send(from, toGroup);
  const held = await send(from, toGroup, { documents: [enclosed] });
  const picked = taskOf(await act(former, held, 'pick-up'));
  expectStatus(await act(former, picked, 'open'), 200);
  expectStatus(await save(former, await draftOf(former, held), { report: 'Steep' }), 200);
  expectStatus(await act(former, picked, 'release'), 200);
  taskOf(await act(former, taskOf(await former.get(`/api/tasks/${held.id}`)), 're-assign', { to: toUser(holder) }));
  expectStatus(await act(holder, held, 'open'), 200);
  const draft = await draftOf(holder, held);
  expectStatus(await save(holder, draft, { report: 'Steep and wet' }), 200);
  const photo = textField(expectStatus(await upload(holder, draft.id, 'bank.pdf', pdf), 201), 'id');

  const answered = await send(from, toGroup);
  expectStatus(await act(holder, taskOf(await act(holder, answered, 'pick-up')), 'open'), 200);
  const full = expectStatus(await save(holder, await draftOf(holder, answered), { report: 'Flat' }), 200);
  expectStatus(await holder.post(`/api/tasks/${answered.id}/submit`, { revision: full['revision'] }), 201);

  await services.groups.replace(group._id, group.revision, {
    ...group,
    members: [holder.account._id, member.account._id],
  });

  const webhook = await services.webhooks.make({ url: 'https://case-system.example/hook', events: ['task.sent'] });
  const at = clock.now().toISOString();
  const administrator = {
    accountId: admin.account._id,
    sessionId: '',
    role: admin.account.role,
    email: admin.email,
    name: 'Ada Heron',
    professional: true,
  };

  const id = (value: string): Found => ({ params: { id: value }, revision: 1 });
  const asFound = ({ _id, revision }: Stored, more: Record<string, string> = {}): Found => ({
    params: { id: _id, ...more },
    revision,
  });

  /** A copy of the task with its draft; `change` makes its state another. */
  const taskCopy = async (task: string, change: (state: TaskDocument['task']) => object = () => ({})) => {
    const found = await store.get('tasks', task);
    if (found === undefined) throw new Error('There is no task');
    const _id = newId();
    const document = newId();
    const file = { id: document, name: 'bank.pdf', bytes: pdf.length, mediaType: 'application/pdf' };
    const held = await store.get('drafts', found.draft);
    const answers = { ...held?.answers, documents: [{ file }] };
    const copy = await copyOf(store, 'drafts', found.draft, { task: _id, answers });
    await copyOf(store, 'attachments', photo, { _id: document, draft: copy._id });
    const state = { ...found.task, ...change(found.task) };
    await copyOf(store, 'tasks', task, { _id, draft: copy._id, task: state });
    const params = { id: _id, attachment: document, document: enclosed };
    return { draft: copy, task: { params, revision: found.turn }, draftRevision: copy.revision };
  };

  const ownDraft: Finder = async () => {
    const copy = await copyOf(store, 'drafts', begun.id);
    const document = await copyOf(store, 'attachments', attached, { draft: copy._id });
    return asFound(copy, { attachment: document._id });
  };

  const party = ({ account }: SignedIn) => ({
    id: account._id,
    name: `${account.profile.forename} ${account.profile.surname}`,
  });

  return {
    nothing: () => Promise.resolve({ params: {}, revision: 1 }),
    draft: ownDraft,
    taskDraft: async () => asFound((await taskCopy(held.id)).draft),
    submission: () =>
      Promise.resolve({ params: { id: sent.id, attachment: sent.attachment, kind: 'submission' }, revision: 1 }),
    officersOwn: () => Promise.resolve(id(officersOwn.id)),
    person: async () => asFound(await copyOf(store, 'people', known)),
    session: async () => asFound(await copyOf(store, 'sessions', session._id)),
    group: async () => asFound(await copyOf(store, 'groups', group._id, { edition: 1 })),
    team: async () => asFound(await copyOf(store, 'teams', 'rivers', { officers: [], edition: 1 })),
    account: async () => {
      const { _id } = await copyOf(store, 'accounts', people.stranger.account._id, { email: `${newId()}@example.org` });
      return id(_id);
    },
    key: async () => id((await services.keys.make(administrator, { name: 'Old', scopes: ['cases:read'], days: 1 })).id),
    webhook: async () => {
      const { _id } = await copyOf(store, 'webhooks', webhook.id);
      const delivery = await store.insert('deliveries', {
        _id: newId(),
        webhook: _id,
        event: 'task.sent',
        at,
        body: '{}',
        state: 'dead',
        attempts: 9,
        effects: [],
      });
      return { params: { id: _id, delivery: delivery._id }, revision: 1 };
    },
    case: async () => {
      const unique = { reference: newId(), personKey: newId() };
      const copy = await copyOf(store, 'cases', about, unique);
      const params = {
        id: copy._id,
        event: textField(field(copy['events'], '0'), 'id'),
        pause: textField(field(copy['pauses'], '0'), 'id'),
      };
      return { params, revision: Number(copy['edition']) };
    },
    held: async () => {
      const { task, draftRevision } = await taskCopy(held.id);
      return { ...task, params: { ...task.params, kind: 'task', draftRevision: String(draftRevision) } };
    },
    /** Its holder went away without a word. */
    left: async () => {
      const until = new Date(clock.now().getTime() - 1000).toISOString();
      return (await taskCopy(held.id, ({ lock }) => ({ lock: { ...lock, until } }))).task;
    },
    /** The manager has it, to whom somebody outside the group handed it after the holder had written in it. */
    signable: async () =>
      (
        await taskCopy(held.id, ({ history }) => ({
          holder: party(manager),
          lastHolder: party(former),
          lock: null,
          history: history.filter(({ to }) => to?.id !== holder.account._id),
        }))
      ).task,
    tray: async () => (await taskCopy(tray.id)).task,
    answered: async () => (await taskCopy(answered.id)).task,
  };
};

export type RecordName = keyof Awaited<ReturnType<typeof makeRecords>>;
