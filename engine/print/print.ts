import { factsOf } from '../answers/facts.ts';
import { prune } from '../answers/prune.ts';
import { visibility } from '../answers/conditions/visibility.ts';
import type { AnswerContext, CompiledForm, Question } from '../compile/form.ts';
import type { UiElement } from '../definition/model/definition.ts';
import { isObject, type JsonObject, type JsonValue, type Pointer, textOf, valueAt } from '../json.ts';
import { formatDateTime } from '../text/index.ts';
import { councilNotes } from './council-notes.ts';
import { coverValue, type CoverSources } from './cover.ts';
import type { PrintAttachment, PrintBlock, PrintDocument, PrintSection } from './document.ts';
import { inLines } from './lines.ts';
import { dateInWords, keyOf, showAnswer, type Drawing, type PartShown } from './show.ts';
import { printFixedTable, printTable } from './table.ts';
import { printWords } from './words.ts';

export interface PrintOptions {
  status: 'draft' | 'submitted';
  /** `council`: with the answers that only the council's own copy shows. */
  copy: 'own' | 'council';
  /** IANA zone in which times are shown. */
  timeZone: string;
  /** Leave out optional questions without an answer. Default: as the manifest says. */
  omitEmpty?: boolean;
  reference?: string;
  /** ISO time in UTC. */
  submittedAt?: string;
  /** `at`: ISO time in UTC. */
  signatories?: { label: string; name: string; at: string }[];
}

const isDocuments = (question: Question | undefined): boolean => question?.kind === 'files';

const attachmentsOf = (form: CompiledForm, answers: JsonObject): PrintAttachment[] =>
  form.questions.filter(isDocuments).flatMap((question) => {
    const rows = valueAt(answers, question.pointer);
    if (!Array.isArray(rows)) return [];
    const kinds = question.parts.find((part) => keyOf(part) === 'kind')?.choices ?? [];
    return rows.filter(isObject).flatMap((row) => {
      const { file, kind, title } = row;
      if (!isObject(file)) return [];
      return {
        id: textOf(file['id']),
        name: textOf(file['name'] ?? ''),
        kind: kinds.find((choice) => choice.value === kind)?.label ?? textOf(kind ?? ''),
        title: typeof title === 'string' ? title : '',
        bytes: Number(file['bytes'] ?? 0),
      };
    });
  });

const blockOf = (
  form: CompiledForm,
  question: Question,
  value: JsonValue | undefined,
  drawing: Drawing,
): PrintBlock | undefined => {
  const { pointer, label } = question;
  const { shown, omitEmpty } = drawing;
  const required = drawing.requires(pointer);
  if (question.kind === 'files') return undefined;
  if (question.kind === 'table' || question.kind === 'fixedTable') {
    if (value === undefined && omitEmpty && !required) return undefined;
    return question.kind === 'table'
      ? printTable(form, question, value, pointer, drawing)
      : printFixedTable(form, question, value, pointer, drawing);
  }
  const lines = showAnswer(form, question, value, pointer, shown);
  if (lines.length === 0 && omitEmpty && !required) return undefined;
  return { kind: 'answer', pointer, question: label, lines, required };
};

/**
 * Everything that is shown of a set of answers, in the order of the pages, in words. Hidden questions are left out; blank
 * rows are not rows. Answers marked `print: "council"` stand only in the council's copy, and so do warnings for the council, at its end.
 */
export const printDocument = (
  form: CompiledForm,
  answers: JsonObject,
  context: AnswerContext,
  options: PrintOptions,
): PrintDocument => {
  const { manifest } = form.definition;
  const kept = prune(form, answers, context);
  const view = visibility(form, kept, context);
  const shown: PartShown = (part, parent) => view.shows(part.element, parent);
  const text = (key: string): string => form.text(key) ?? key;
  const drawing: Drawing = {
    shown,
    requires: view.requires,
    omitEmpty: options.omitEmpty ?? manifest.pdf.omitEmpty,
  };
  const questionOf = new Map(form.questions.map((question) => [question.element, question]));

  const blocksOf = (element: UiElement): PrintBlock[] => {
    if (!view.shows(element)) return [];
    if (element.type === 'Control') {
      const question = questionOf.get(element);
      if (question === undefined || (element.options?.print === 'council' && options.copy !== 'council')) return [];
      const block = blockOf(form, question, valueAt(kept, question.pointer), drawing);
      return block === undefined ? [] : [block];
    }
    const inside = (element.elements ?? []).flatMap(blocksOf);
    const heading =
      element.type === 'Group' && element.i18n !== undefined ? form.text(`${element.i18n}.label`) : undefined;
    return heading === undefined || inside.length === 0 ? inside : [{ kind: 'heading', text: heading }, ...inside];
  };

  const sections: PrintSection[] = form.pages
    .filter((page) => view.shows(page.element))
    .map((page) => ({ id: page.id, heading: page.label, blocks: (page.element.elements ?? []).flatMap(blocksOf) }))
    .filter((section) => section.blocks.length > 0);

  const notes = options.copy === 'council' && options.status === 'submitted' ? councilNotes(form, kept, context) : [];

  const name = (pointer: Pointer): string => {
    const value = valueAt(answers, pointer);
    return typeof value === 'string' ? value.trim() : '';
  };
  const { reference, submittedAt, timeZone } = options;
  const sources: CoverSources = {
    form,
    answers: kept,
    fact: factsOf(form.definition.checks.facts, kept, context),
    shown,
    timeZone,
    ...(reference === undefined ? {} : { reference }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
  const { subject } = manifest;
  const born = subject.dateOfBirth === undefined ? undefined : valueAt(answers, subject.dateOfBirth);
  return inLines({
    title: text(manifest.pdf.title),
    header: text(manifest.pdf.header),
    classification: text(manifest.pdf.classification),
    language: form.language,
    direction: form.direction,
    words: printWords(form),
    status: options.status,
    subject: [name(subject.firstName), name(subject.lastName)].filter(Boolean).join(' '),
    ...(typeof born === 'string' ? { dateOfBirth: dateInWords(born, form.language) } : {}),
    ...(reference === undefined ? {} : { reference }),
    ...(submittedAt === undefined ? {} : { submittedAt: formatDateTime(submittedAt, timeZone, form.language) }),
    signatories: (options.signatories ?? []).map((each) => ({
      ...each,
      at: formatDateTime(each.at, timeZone, form.language),
    })),
    cover: manifest.pdf.cover.flatMap((line) => {
      const value = coverValue(line, sources);
      return value === '' ? [] : [{ label: text(line.label), value }];
    }),
    sections: [...sections, ...notes],
    attachments: attachmentsOf(form, kept),
  });
};
