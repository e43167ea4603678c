/** Tasks as the council sends and follows them. */
import Type from 'typebox';
import { formatDate, formatDateTime, taskStateWords } from '../../../engine/index.ts';
import { Attachment } from '../../../wire/form.ts';
import { Id } from '../../../wire/shapes.ts';
import { NewTasks, Recipient, Task, TaskPage, TaskProposal } from '../../../wire/task.ts';
import type { TaskSummary } from '../../../wire/task.ts';
import { noteContacts } from '../../platform/audit/contacts.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { csvReply } from '../../platform/http/csv.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { pagesOf } from '../../platform/storage/every.ts';
import type { Config } from '../../core/config.ts';
import type { Tasks } from './tasks.ts';
import type { TaskCaller } from './access.ts';
import type { CouncilListQuery } from './lists.ts';

const filters = {
  case: Type.Optional(Id),
  team: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(Type.String({ maxLength: 20, pattern: '^[a-z-]+$' })),
  form: Type.Optional(Type.String({ maxLength: 80 })),
  holder: Type.Optional(Id),
  /** Only what somebody has whose account is suspended, or gone. */
  held: Type.Optional(Type.Union([Type.Literal('suspended'), Type.Literal('gone')])),
  q: Type.Optional(Type.String({ maxLength: 200 })),
};
const ListQuery = Type.Object({
  ...filters,
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

const head = ['Form', 'Name', 'Status', 'With', 'Work group', 'Team', 'Sent', 'Due', 'How near', 'Submitted'];

export interface CouncilTaskRouteParts {
  tasks: Tasks;
  config: Config;
  audit: Audit;
}

export const councilTaskRoutes = ({ tasks, config, audit }: CouncilTaskRouteParts): Route[] => {
  const who: Route['who'] = ['officer', 'administrator'];

  const cells = ({
    form,
    subject,
    state,
    holder,
    holderIs,
    group,
    team,
    sentAt,
    dueOn,
    due,
    submittedAt,
  }: TaskSummary) => [
    form.title,
    subject,
    taskStateWords[state],
    holder && holderIs ? `${holder.name} (${holderIs})` : holder?.name,
    group?.name,
    team.name,
    formatDateTime(sentAt, config.timeZone),
    dueOn === null ? undefined : formatDate(dueOn),
    due.words,
    submittedAt === null ? undefined : formatDateTime(submittedAt, config.timeZone),
  ];

  async function* rows(caller: TaskCaller, query: CouncilListQuery) {
    const read = (after: string | undefined) =>
      tasks.councilList(caller, { ...query, limit: 100, ...(after === undefined ? {} : { after }) });
    for await (const page of pagesOf(read)) yield* page.map(cells);
  }

  return [
    route({
      method: 'GET',
      path: '/api/council/tasks',
      scope: 'tasks:read',
      summary: 'Tasks of the caller’s teams, soonest due first',
      who,
      query: ListQuery,
      responses: { 200: TaskPage },
      handler: async ({ caller, query }) => ({ status: 200, body: await tasks.councilList(signedIn(caller), query) }),
    }),
    route({
      method: 'GET',
      path: '/api/council/tasks.csv',
      scope: 'tasks:read',
      produces: 'text/csv',
      summary: 'The same list as a file for spreadsheets',
      who,
      query: Type.Object(filters),
      responses: { 200: 'stream' },
      handler: async ({ caller, query }) => {
        const person = signedIn(caller);
        const subject = { kind: 'list', id: 'tasks' };
        await audit.append({ actor: person.accountId, action: 'task-list-downloaded', subject });
        return csvReply('tasks.csv', head, rows(person, query));
      },
    }),
    route({
      method: 'GET',
      path: '/api/council/tasks/proposal',
      scope: 'tasks:read',
      summary: 'What the page that sends a form begins with',
      who,
      query: Type.Object({ case: Id, form: Type.String({ maxLength: 80 }) }),
      responses: { 200: TaskProposal },
      handler: async ({ caller, query }) => ({ status: 200, body: await tasks.proposal(signedIn(caller), query) }),
    }),
    route({
      method: 'GET',
      path: '/api/council/recipients',
      scope: 'tasks:read',
      summary: 'People and work groups to send to, with who is away',
      who,
      query: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 200 })),
        form: Type.Optional(Type.String({ maxLength: 80 })),
        task: Type.Optional(Id),
        /** Only those who had a form about this case before. */
        case: Type.Optional(Id),
      }),
      responses: { 200: Type.Array(Recipient) },
      handler: async ({ caller, query }) => {
        const person = signedIn(caller);
        const found = await tasks.recipients(person, query);
        const people = found.filter(({ kind }) => kind === 'user').map(({ id }) => id);
        await noteContacts(audit, person, { kind: 'list', id: 'recipients' }, people);
        return { status: 200, body: found };
      },
    }),
    route({
      method: 'POST',
      path: '/api/council/tasks/documents',
      scope: 'tasks:write',
      summary: 'Add a document to be sent along; the body is its bytes',
      who,
      query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 1000 }) }),
      upload: true,
      responses: { 201: Attachment },
      handler: async ({ caller, query, stream }) => ({
        status: 201,
        body: await tasks.upload(signedIn(caller), query.name, stream),
      }),
    }),
    route({
      method: 'POST',
      path: '/api/council/tasks',
      scope: 'tasks:write',
      summary: 'Send a form about a case to one or many',
      who,
      repeatable: true,
      body: NewTasks,
      responses: { 201: Type.Array(Task) },
      handler: async ({ caller, body, header }) => {
        const person = signedIn(caller);
        const sent = await tasks.send(person, body, header('Idempotency-Key'));
        return { status: 201, body: await Promise.all(sent.map(({ _id }) => tasks.read(person, _id))) };
      },
    }),
  ];
};
