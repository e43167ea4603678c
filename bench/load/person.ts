/** Somebody who fills in one form after another: what they do next, every few seconds. */
import { fromPointer, isObject, type JsonValue } from '../../engine/json.ts';
import type { FilledForm } from './forms.ts';
import type { Answer, Http, Sent } from './http.ts';

/** What a person has begun. */
export interface Begun {
  draft: string;
  revision: number;
  /** The task whose form it is, with its revision. */
  task?: { id: string; revision: number };
}

export interface PersonParts {
  http: Http;
  cookie: string;
  form: FilledForm;
  /** Real files, small ones. */
  files: readonly { name: string; bytes: Buffer }[];
  /** Begins the form, or has it sent as a task. */
  begin: () => Promise<Begun>;
  /** From 0 up to 1. */
  random: () => number;
}

/** Of what a person does: uploads, lists, and a look at the PDF of what they sent last. */
const shares = { upload: 0.02, list: 0.03, pdf: 0.005 };
/** Documents that lie in a draft without being named in it, before the first is taken away again. */
const mostLoose = 3;
/** Shorter ones are written between two saves. */
const longText = 60;
const lists = [
  { route: '/api/drafts', query: '' },
  { route: '/api/submissions', query: '' },
  { route: '/api/tasks', query: '' },
  { route: '/api/tasks', query: '?list=submitted' },
];

export const memberOf = (body: unknown, name: string): JsonValue | undefined =>
  isObject(body) ? body[name] : undefined;

const idOf = (body: unknown): string => {
  const id = memberOf(body, 'id');
  if (typeof id !== 'string') throw new Error(`An answer without an id: ${JSON.stringify(body).slice(0, 400)}`);
  return id;
};

/** Throws what a server said that should have done something. */
export const expected = ({ status, body }: Answer, what: string): Answer => {
  if (status < 300) return { status, body };
  throw new Error(`${what} was answered with ${status}: ${JSON.stringify(body).slice(0, 2000)}`);
};

interface Write {
  key: string;
  value: JsonValue;
  page: string;
}

/** Long texts are saved half written, then whole. */
const writesOf = ({ steps }: FilledForm): Write[] =>
  steps.flatMap((step) =>
    typeof step.value === 'string' && step.value.length > longText
      ? [{ ...step, value: step.value.slice(0, step.value.length / 2) }, step]
      : [step],
  );

/** Gives a function that does the next thing. `written`: the part of the first form that was filled in on another day, from 0 up to 1. */
export const createPerson = async (parts: PersonParts, written: number): Promise<() => Promise<void>> => {
  const { http, cookie, form, files, random } = parts;
  const writes = writesOf(form);
  const documentsKey = form.documents === undefined ? undefined : fromPointer(form.documents)[0];
  let begun = await parts.begin();
  let next = 0;
  let loose: string[] = [];
  let sent: string | undefined;

  const send = (one: Omit<Sent, 'cookie'>): Promise<Answer> => http.send({ ...one, cookie });

  const upload = async (): Promise<Answer> => {
    const file = files[Math.floor(random() * files.length)];
    if (file === undefined) throw new Error('There are no files to upload');
    const route = '/api/drafts/:id/attachments';
    const path = `/api/drafts/${begun.draft}/attachments?name=${file.name}`;
    return expected(await send({ method: 'POST', route, path, bytes: file.bytes }), 'An upload');
  };

  /** Rows name documents that nobody has: each becomes one that is uploaded. */
  const withDocuments = async (value: JsonValue): Promise<JsonValue> => {
    if (!Array.isArray(value)) return value;
    const rows: JsonValue[] = [];
    for (const row of value) {
      const { body } = await upload();
      const { id = null, name = null, bytes = null, mediaType = null } = isObject(body) ? body : {};
      rows.push(isObject(row) ? { ...row, file: { id, name, bytes, mediaType } } : row);
    }
    return rows;
  };

  const save = async (set: Record<string, JsonValue>, page: string): Promise<void> => {
    const json = { revision: begun.revision, set, pages: { [page]: 'visited' }, lastPage: page };
    const path = `/api/drafts/${begun.draft}`;
    const { body } = expected(await send({ method: 'PATCH', route: '/api/drafts/:id', path, json }), 'A save');
    begun.revision = Number(memberOf(body, 'revision'));
  };

  const write = async ({ key, value, page }: Write): Promise<void> =>
    save({ [key]: key === documentsKey ? await withDocuments(value) : value }, page);

  const submit = async (): Promise<void> => {
    const { draft, revision, task } = begun;
    const json = { revision };
    const answer =
      task === undefined
        ? await send({ method: 'POST', route: '/api/drafts/:id/submit', path: `/api/drafts/${draft}/submit`, json })
        : await send({
            method: 'POST',
            route: '/api/tasks/:id/submit',
            path: `/api/tasks/${task.id}/submit`,
            json,
            headers: { 'If-Match': `"${task.revision}"` },
          });
    expected(answer, `Submitting ${form.id}`);
    if (task === undefined) sent = idOf(answer.body);
    begun = await parts.begin();
    next = 0;
    loose = [];
  };

  const attach = async (): Promise<void> => {
    const [oldest] = loose;
    if (loose.length < mostLoose || oldest === undefined) {
      loose.push(idOf((await upload()).body));
      return;
    }
    loose = loose.slice(1);
    const route = '/api/drafts/:id/attachments/:attachment';
    await send({ method: 'DELETE', route, path: `/api/drafts/${begun.draft}/attachments/${oldest}` });
  };

  const look = async (): Promise<void> => {
    const list = lists[Math.floor(random() * lists.length)] ?? { route: '/api/drafts', query: '' };
    expected(await send({ method: 'GET', route: list.route, path: `${list.route}${list.query}` }), 'A list');
  };

  const before = writes.slice(0, Math.floor(written * writes.length));
  const kept: Record<string, JsonValue> = {};
  for (const { key, value } of before) kept[key] = key === documentsKey ? await withDocuments(value) : value;
  if (before.length > 0) await save(kept, before.at(-1)?.page ?? '');
  next = before.length;

  return async () => {
    const chance = random();
    if (chance < shares.upload && documentsKey !== undefined) return attach();
    if (chance < shares.upload + shares.list) return look();
    if (chance < shares.upload + shares.list + shares.pdf && sent !== undefined) {
      expected(
        await send({ method: 'GET', route: '/api/submissions/:id/pdf', path: `/api/submissions/${sent}/pdf` }),
        'A PDF',
      );
      return;
    }
    const one = writes[next];
    if (one === undefined) return submit();
    next += 1;
    return write(one);
  };
};
