/** The council's side: cases, tasks that are sent about them, and an officer who looks through lists. */
import { daysAfter } from '../../engine/index.ts';
import { isObject, textOf } from '../../engine/json.ts';
import type { FilledForm } from './forms.ts';
import type { Http } from './http.ts';
import { expected, memberOf, type Begun } from './person.ts';

const names = ['Ali', 'Bear', 'Cole', 'Dean', 'Ewing', 'Frost', 'Green', 'Hall', 'Irwin', 'Jones'];

/** Opens so many cases and gives their ids. */
export const makeCases = async (http: Http, cookie: string, team: string, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const subject = {
      firstName: `Sam${index}`,
      lastName: names[index % names.length],
      // Nobody is taken for somebody else.
      dateOfBirth: daysAfter('2008-01-01', index * 11) ?? '',
      identifiers: {},
    };
    const json = { subject, team, values: {} };
    const made = await http.send({ method: 'POST', route: '/api/cases', path: '/api/cases', cookie, json });
    ids.push(textOf(memberOf(expected(made, 'A case').body, 'id')));
  }
  return ids;
};

export interface TaskSending {
  http: Http;
  officer: string;
  /** Cookie of whoever gets it. */
  holder: string;
  form: FilledForm;
  caseId: string;
}

/** Sends a task to somebody who opens it at once. */
export const beginTask = async ({ http, officer, holder, form, caseId }: TaskSending): Promise<Begun> => {
  const me = await http.send({ method: 'GET', route: '/api/me', path: '/api/me', cookie: holder });
  const proposal = await http.send({
    method: 'GET',
    route: '/api/council/tasks/proposal',
    path: `/api/council/tasks/proposal?case=${caseId}&form=${form.id}`,
    cookie: officer,
  });
  const asked = memberOf(expected(proposal, 'A proposal').body, 'sends');
  const given = form.steps.filter(({ key }) => Array.isArray(asked) && asked.includes(key));
  const made = await http.send({
    method: 'POST',
    route: '/api/council/tasks',
    path: '/api/council/tasks',
    cookie: officer,
    json: {
      case: caseId,
      form: form.id,
      to: [{ kind: 'user', id: memberOf(memberOf(me.body, 'account'), 'id') }],
      sends: Object.fromEntries(given.map(({ key, value }) => [key, value])),
    },
  });
  const tasks = expected(made, 'A task').body;
  const sent: unknown = Array.isArray(tasks) ? tasks[0] : undefined;
  const id = textOf(memberOf(sent, 'id'));
  const opened = expected(
    await http.send({
      method: 'POST',
      route: '/api/tasks/:id/open',
      path: `/api/tasks/${id}/open`,
      cookie: holder,
      headers: { 'If-Match': `"${textOf(memberOf(sent, 'revision'))}"` },
    }),
    'Opening a task',
  ).body;
  const draft = textOf(memberOf(opened, 'draft'));
  const read = await http.send({
    method: 'GET',
    route: '/api/drafts/:id',
    path: `/api/drafts/${draft}`,
    cookie: holder,
  });
  return {
    draft,
    revision: Number(memberOf(expected(read, 'A task’s form').body, 'revision')),
    task: { id, revision: Number(memberOf(opened, 'revision')) },
  };
};

/** Gives a function that looks at the next list, or at a case or submission of the last one. */
export const createOfficer = (
  http: Http,
  cookie: string,
  cases: readonly string[],
  random: () => number,
): (() => Promise<void>) => {
  let submissions: string[] = [];
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const looks: (() => { route: string; path?: string } | undefined)[] = [
    () => ({ route: '/api/council/tasks' }),
    () => ({ route: '/api/council/tasks', path: `/api/council/tasks?q=${one(names) ?? ''}` }),
    () => ({ route: '/api/received' }),
    () => ({ route: '/api/received', path: `/api/received?q=${one(names) ?? ''}` }),
    () => ({ route: '/api/cases' }),
    () => ({ route: '/api/cases', path: `/api/cases?q=${one(names) ?? ''}` }),
    () => ({ route: '/api/cases/:id', path: `/api/cases/${one(cases) ?? ''}` }),
    () => ({ route: '/api/board' }),
    () => ({ route: '/api/dashboard' }),
    () => {
      const id = one(submissions);
      return id === undefined ? undefined : { route: '/api/submissions/:id', path: `/api/submissions/${id}` };
    },
    () => {
      const id = one(submissions);
      return id === undefined ? undefined : { route: '/api/submissions/:id/pdf', path: `/api/submissions/${id}/pdf` };
    },
  ];
  return async () => {
    const look = one(looks)?.();
    if (look === undefined) return;
    const { route, path = route } = look;
    const { body } = expected(await http.send({ method: 'GET', route, path, cookie }), route);
    const items = memberOf(body, 'items');
    if (route === '/api/received' && Array.isArray(items))
      submissions = items.filter(isObject).map(({ id }) => textOf(id));
  };
};
