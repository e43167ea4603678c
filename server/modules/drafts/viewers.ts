/** How somebody looks at answers, and what of a draft or a submission they see. Everything that sends answers goes through here. */
import { answersFor } from '../../../engine/index.ts';
import type {
  AnswerContext,
  CompiledForm,
  ConfidentialNames,
  Parties,
  Party,
  PrintOptions,
  Seen,
  Viewer,
} from '../../../engine/index.ts';
import { withoutRows } from '../../../engine/json.ts';
import type { JsonObject, JsonValue, Pointer } from '../../../engine/json.ts';
import type { AnswerWriters } from './documents.ts';

type Values = Record<string, JsonValue>;

/** How somebody stands to answers, as those know who know of tasks, work groups and the council. */
export interface ViewerContext {
  accountId: string;
  parties: Parties;
  /** What the council keeps from whom. */
  names: ConfidentialNames;
  /** Nobody else has written in the task: asked where nobody noted who wrote what. */
  alone: boolean;
  /** Known values of the account, in place of those of whoever fills the form in. */
  user?: Values;
  /** Of whoever has the task: what the form is told of them now, in place of what it was told when it came to them. */
  holding?: Values;
  /** Reads it for the council. */
  council: boolean;
  /** Which copy they are given: the council's is for the officers of its team, unless one of them fills it in. */
  copy: PrintOptions['copy'];
  /** For the council: known values of everybody who wrote, for what shows for one of them is read. */
  writers: Values[];
}

/** What somebody sees of answers, and in which copy it is drawn for them. */
export interface SeenCopy extends Seen {
  copy: PrintOptions['copy'];
}

export interface Viewers {
  /** Somebody, and how they stand to a task if the answers belong to one. */
  at: (accountId: string, task: string | undefined) => Promise<ViewerContext>;
  /** What the council keeps from whom, by known name. */
  names: () => ConfidentialNames;
  /** Known values of everybody who wrote in a task. */
  writersOf: (task: string) => Promise<Values[]>;
}

/** What answers lie in: a draft, or what was submitted. */
interface AnswersOwner {
  owner: string;
  task?: string;
  writers?: AnswerWriters;
}

/** Somebody as the engine asks for them. Of a form that is no task, all is its owner's own. */
export const viewerOf = (
  { owner, task, writers }: AnswersOwner,
  { accountId, parties, names, alone }: ViewerContext,
  added: ReadonlySet<string>,
): Viewer => ({
  parties,
  names,
  wrote: (key) => {
    if (task === undefined) return owner === accountId;
    if (writers === undefined) return alone;
    const by = Object.hasOwn(writers, key) ? writers[key] : undefined;
    return by !== undefined && by.length > 0 && by.every((id) => id === accountId);
  },
  added: (document) => added.has(document),
});

/** Whoever submits, and those who wrote before: all that judging a form for them needs, as JSON. */
export interface Judge {
  parties: Party[];
  names: ConfidentialNames;
  /** Top-level names of the answers in which nobody else wrote. */
  own: string[];
  /** Documents that they added, by id. */
  added: string[];
  /** What the form is told of them now, in place of what the draft holds. */
  holding: Values;
  /** Known values of everybody who wrote: what shows for one of them is kept. */
  writers: Values[];
}

/** Somebody as the engine asks for them, from what was said of them. */
export const viewerFrom = ({ parties, names, own, added }: Omit<Judge, 'writers' | 'holding'>): Viewer => {
  const [keys, documents] = [new Set(own), new Set(added)];
  return {
    parties: new Set(parties),
    names,
    wrote: (key) => keys.has(key),
    added: (document) => documents.has(document),
  };
};

const isUser = (name: string): boolean => name.startsWith('user.');
const without = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isUser(name)));

/** How a form looks for somebody, and for each of those whose answers the council reads. */
export const contextsOf = (
  { today, values }: AnswerContext,
  { user, holding, writers }: Pick<ViewerContext, 'user' | 'holding' | 'writers'>,
): [AnswerContext, ...AnswerContext[]] => {
  const as = (known: Values): AnswerContext => ({ today, values: { ...without(values), ...known } });
  return [user === undefined ? { today, values: { ...values, ...holding } } : as(user), ...writers.map(as)];
};

/** What somebody sees of answers that are being filled in. */
export const seenInDraft = (
  form: CompiledForm,
  draft: AnswersOwner & { answers: JsonObject; context: Values },
  today: string,
  viewerContext: ViewerContext,
  added: ReadonlySet<string>,
): SeenCopy => {
  const [own, ...others] = contextsOf({ today, values: draft.context }, viewerContext);
  const seen = answersFor(form, draft.answers, viewerOf(draft, viewerContext, added), own, others);
  const context = viewerContext.council ? { ...seen.context, nothingHidden: true } : seen.context;
  return { ...seen, context, copy: viewerContext.copy };
};

/** Whether a place is one that somebody does not see. */
export const isWithheld = ({ notAsked, withheld }: Pick<Seen, 'notAsked' | 'withheld'>, place: Pointer): boolean => {
  const plain = withoutRows(place);
  const within = (outer: Pointer, inner: Pointer): boolean => inner === outer || inner.startsWith(`${outer}/`);
  return notAsked.some((each) => within(each, plain)) || withheld.some((each) => within(each, place));
};
