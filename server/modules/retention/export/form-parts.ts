/** What was submitted or begun, what the council asked for, and what it answered. */
import type { PrintBlock, PrintDocument } from '../../../../engine/index.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { DraftDocument, SubmissionDocument } from '../../drafts/index.ts';
import { entryWords, type TaskDocument } from '../../tasks/index.ts';
import { fact, heading, linesOf, note, type Moment, type Part } from './part.ts';
import { asksBecause, namesId, outsider } from './standing.ts';

/** A form as it may be given out. */
export interface Disclosed {
  answers: JsonObject;
  kept: string[];
  documents: ReadonlySet<string>;
  print: (person: string) => Promise<PrintDocument>;
}

/** A form without what is kept from whoever gives it out, and without what is kept from the family besides; undefined where nobody knows it any more. */
export interface Copies {
  whole: Disclosed | undefined;
  shared: Disclosed | undefined;
}

const pagesOf = ({ sections }: PrintDocument): PrintBlock[] =>
  sections.flatMap((section) => [heading(section.heading), ...section.blocks]);

/** Of a form that is not known any more, the answers by their names. */
const plainAnswers = (answers: JsonObject): PrintBlock[] =>
  Object.entries(answers).flatMap(([name, value]) => fact(name, ...linesOf(value)));

interface FormParts {
  id: string;
  title: string;
  /** Why it asks; absent where somebody of the council wrote it. */
  asks: string | undefined;
  by: string;
  at: string;
  answers: JsonObject;
  copies: Copies;
  /** For whom it is drawn. */
  person: string;
  more: JsonObject;
}

const formParts = ({ id, title, asks, by, at, answers, copies, person, more }: FormParts): Part[] => {
  const { whole, shared } = copies;
  // What is kept from whoever gives it out is in neither.
  const kept = (shared?.kept ?? []).filter((label) => whole?.kept.includes(label) === false);
  return [
    {
      id,
      kind: 'form',
      title,
      by,
      at,
      ...(asks === undefined ? {} : { asks }),
      content: async (yes) => {
        const form = yes.has(`${id}.kept`) ? whole : shared;
        // Without its form nobody knows what is kept from whom.
        if (form === undefined)
          return yes.has(`${id}.kept`)
            ? { blocks: plainAnswers(answers), data: { ...more, answers } }
            : { blocks: [note('The form is not known any more.')], data: more };
        return { blocks: pagesOf(await form.print(person)), data: { ...more, answers: form.answers } };
      },
    },
    ...(kept.length === 0 && shared !== undefined
      ? []
      : [
          {
            id: `${id}.kept`,
            kind: 'form' as const,
            title: shared === undefined ? `In ${title}: all answers` : `In ${title}: ${kept.join(', ')}`,
            asks: asksBecause.kept,
          },
        ]),
  ];
};

/** `linked`: it opened the case or answers one of its requests. `outsiders`: names of those outside the council who wrote in it. */
export const submissionParts = (
  submission: SubmissionDocument,
  { linked, outsiders }: { linked: boolean; outsiders: readonly string[] },
  copies: Copies,
  person: string,
  moment: Moment,
): Part[] => {
  const { _id, form, answers, reference, submittedBy, submittedAt, responses = [] } = submission;
  const title = `${form.title}, ${reference}`;
  const why = [
    ...(outsiders.length === 0 ? [] : [asksBecause.of(...outsiders)]),
    ...(linked ? [] : [asksBecause.alike]),
  ];
  const asks = why.length === 0 ? undefined : why.join('. ');
  const more = { form: form.title, version: form.version, reference, submittedBy, submittedAt };
  const id = `form.${_id}`;
  const own = formParts({
    id,
    title,
    asks,
    by: submittedBy,
    at: submittedAt,
    answers,
    copies,
    person,
    more,
  });
  if (responses.length === 0) return own;
  const told: Part = {
    id: `responses.${_id}`,
    kind: 'form',
    title: `What the council answered to ${title}`,
    at: responses.at(-1)?.postedAt ?? submittedAt,
    ...(linked ? {} : { asks: asksBecause.alike }),
    content: () => ({
      blocks: responses.flatMap(({ by, postedAt, text }) => fact(`${by.name}, ${moment(postedAt)}`, text)),
      data: responses.map(({ by, postedAt, text }) => ({ by: by.name, at: postedAt, text })),
    }),
  };
  return [...own, told];
};

/** “to Helen Marsh”, of whom it was sent to first. */
const toWhom = ({ task: { history } }: TaskDocument): string => {
  const to = history.find(({ event }) => event === 'send')?.to;
  return to === undefined ? '' : ` to ${to.name}`;
};

const somebody = { kind: 'user', name: 'somebody outside the council' } as const;

/** What the council asked somebody for, with what happened to it; what others noted with a step is apart. */
export const requestParts = async (
  found: TaskDocument,
  isCouncil: (accountId: string) => Promise<boolean>,
  moment: Moment,
): Promise<Part[]> => {
  const { _id, form, comments, task, warnings } = found;
  const id = `request.${_id}.comments`;
  const plain = `The request “${form.title}”`;
  const title = `${plain}${toWhom(found)}`;
  const steps = await Promise.all(
    task.history.map(async (entry) => {
      const { by, to } = entry;
      const plainTo =
        to === undefined || (to.kind === 'user' && (await isCouncil(to.id))) ? to : { ...to, ...somebody };
      return { ...entry, plainTo, own: await isCouncil(by.id) };
    }),
  );
  const stepsFor = (given: ReadonlySet<string>) =>
    steps.map(({ at, event, by, to, plainTo, comment, own }) => ({
      at,
      what: entryWords({ event, to: given.has(namesId) ? to : plainTo }),
      by: own || given.has(namesId) ? by.name : outsider,
      comment: comment !== undefined && (own || given.has(id)) ? comment : null,
    }));
  return [
    {
      id: `request.${_id}`,
      kind: 'request',
      title,
      plain,
      by: task.sentBy.name,
      at: task.history[0]?.at ?? task.assignedAt,
      content: (given) => ({
        blocks: [
          ...fact('Comments', comments),
          ...fact(
            'What happened',
            ...stepsFor(given).map(({ at, what, by, comment }) =>
              [moment(at), what, by, comment].filter((each) => each !== null && each !== '').join(' – '),
            ),
          ),
          ...fact('Told to the council', ...warnings),
        ],
        data: {
          form: form.title,
          version: form.version,
          state: task.state,
          dueOn: task.dueOn,
          comments,
          history: stepsFor(given),
          warnings: [...warnings],
        },
      }),
    },
    ...(steps.some(({ own, comment }) => !own && comment !== undefined)
      ? [{ id, kind: 'request' as const, title: `In ${title}: comments`, asks: asksBecause.others }]
      : []),
  ];
};

/** What somebody has begun to write and not submitted. `outsiders`: those of its writers who do not work for the council. */
export const begunParts = (
  { _id, form }: TaskDocument,
  { writers, outsiders }: { writers: readonly string[]; outsiders: readonly string[] },
  { savedAt, answers }: DraftDocument,
  copies: Copies,
  person: string,
): Part[] =>
  formParts({
    id: `begun.${_id}`,
    title: `What was begun of “${form.title}” and not submitted`,
    asks: outsiders.length === 0 ? undefined : asksBecause.of(...outsiders),
    by: writers.join(', '),
    at: savedAt,
    answers,
    copies,
    person,
    more: { form: form.title, version: form.version, savedAt },
  });
