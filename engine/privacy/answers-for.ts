/**
 * Who sees which answers. Everything that sends answers to somebody sends what this gives: what is kept from them is left out, and so is
 * what the form's rules hide from them unless they wrote it themselves.
 */
import { hiddenInAll, visibility } from '../answers/conditions/visibility.ts';
import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import { fromPointer, isObject, toPointer, valueAt, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { confidentialQuestions, type ConfidentialNames } from './confidential.ts';
import { isConfidentialFrom, type Parties } from './party.ts';
import { redacted, redactionOf } from './redaction.ts';

/** Answers that somebody may see, and no others. Only `answersFor` makes them; whatever crosses the wire is made of them. */
export type AnswersForViewer = JsonObject & { readonly '~forViewer': true };

/** Somebody who looks at answers. */
export interface Viewer {
  parties: Parties;
  /** What the council keeps from whom, by known name. */
  names: ConfidentialNames;
  /** Nobody else has written in the answer with this top-level name. */
  wrote: (key: string) => boolean;
  /** They added the document with this id themselves. */
  added: (document: string) => boolean;
}

export interface Seen {
  answers: AnswersForViewer;
  /** Some of these answers, by their top-level names. */
  only: (keys: readonly string[]) => AnswersForViewer;
  /** Questions that this form never asks of them, whatever the answers are; rows are `*`. */
  notAsked: Pointer[];
  /** Places of stored answers that were left out. */
  withheld: Pointer[];
  /** Those of them that the form's rules hide: these may come to be asked. */
  hidden: Pointer[];
  /** Documents among them, by id. */
  documents: Set<string>;
  /** The form is judged and shown by these for them, so that nothing that they see follows from what they do not. */
  context: AnswerContext;
}

/** The places in answers at which a question with rows has its answers. */
const placesOf = (answers: JsonObject, question: Pointer): Pointer[] => {
  const found: Pointer[] = [];
  const walk = (node: JsonValue | undefined, segments: readonly string[], at: Pointer): void => {
    const [head, ...rest] = segments;
    if (node === undefined) return;
    if (head === undefined) found.push(at);
    else if (head === '*') {
      if (Array.isArray(node)) for (const [index, row] of node.entries()) walk(row, rest, `${at}/${index}`);
    } else if (isObject(node) && Object.hasOwn(node, head)) walk(node[head], rest, at + toPointer([head]));
  };
  walk(answers, fromPointer(question), '');
  return found;
};

/** Rows of documents of a kind that is kept from somebody, unless they added them. */
const confidentialDocuments = (form: CompiledForm, answers: JsonObject, viewer: Viewer): Pointer[] => {
  const { at, confidentialFrom = {} } = form.definition.manifest.attachments ?? {};
  const rows = at === undefined ? undefined : valueAt(answers, at);
  if (at === undefined || !Array.isArray(rows)) return [];
  return rows.flatMap((row, index) => {
    const { kind, file } = isObject(row) ? row : {};
    const from = typeof kind === 'string' && Object.hasOwn(confidentialFrom, kind) ? confidentialFrom[kind] : undefined;
    const id = isObject(file) ? file['id'] : undefined;
    const own = typeof id === 'string' && viewer.added(id);
    return isConfidentialFrom(from, viewer.parties) && !own ? [`${at}/${index}`] : [];
  });
};

/** Ids of the documents that an answer names. */
export const documentsIn = (value: JsonValue | undefined): string[] => {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (!isObject(value)) return [];
  const own = typeof value['id'] === 'string' && typeof value['mediaType'] === 'string' ? [value['id']] : [];
  return [...own, ...Object.values(value).flatMap(documentsIn)];
};

const topKey = (pointer: Pointer): string => fromPointer(pointer)[0] ?? '';

/** Says of answers that they were sifted: this file is the only one that may. */
const forViewer = (answers: JsonObject): AnswersForViewer => answers as AnswersForViewer;

/** What is left of the answers; `instead`, when given, stands for rows that are left out. */
const left = (answers: JsonObject, places: readonly Pointer[], instead?: JsonValue): JsonObject => {
  const rest = places.length === 0 ? answers : redacted(answers, redactionOf(places), instead);
  return isObject(rest) ? rest : {};
};

/** The context with what the council keeps from somebody taken out. */
const contextFor = (
  context: AnswerContext,
  { names, parties }: Viewer,
  notAsked: readonly Pointer[],
): AnswerContext => ({
  ...context,
  values: Object.fromEntries(
    Object.entries(context.values).filter(([name]) => !isConfidentialFrom(names[name], parties)),
  ),
  ...(notAsked.length === 0 ? {} : { notAsked }),
});

/**
 * What of the answers somebody may see. `context` is how the form looks for them; what the rules hide in it is left out, but not what
 * shows in one of `also`: the council reads what any of those who wrote in the form can see.
 */
export const answersFor = (
  form: CompiledForm,
  answers: JsonObject,
  viewer: Viewer,
  context: AnswerContext,
  also: readonly AnswerContext[] = [],
): Seen => {
  const notAsked = confidentialQuestions(form, viewer.names)
    .filter(({ from }) => isConfidentialFrom(from, viewer.parties))
    .map(({ pointer }) => pointer);
  const kept = [
    ...notAsked.flatMap((pointer) => placesOf(answers, pointer)),
    ...confidentialDocuments(form, answers, viewer),
  ];
  const contexts = [context, ...also].map((each) => contextFor(each, viewer, notAsked));
  // Judged without what is kept, but with every row in its place.
  const rest = left(answers, kept, {});
  const others = Object.keys(answers).some((key) => !viewer.wrote(key));
  const views = others ? contexts.map((each) => visibility(form, rest, each)) : [];
  const hidden = hiddenInAll(views).filter((place) => !viewer.wrote(topKey(place)));
  const withheld = [...new Set([...kept, ...hidden])];
  const documents = new Set(withheld.flatMap((place) => documentsIn(valueAt(answers, place))));
  const seen = forViewer(left(answers, withheld));
  return {
    answers: seen,
    only: (keys) => forViewer(Object.fromEntries(Object.entries(seen).filter(([key]) => keys.includes(key)))),
    notAsked,
    withheld,
    hidden,
    documents,
    context: contexts[0] ?? context,
  };
};
