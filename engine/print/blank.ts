/** A form for paper: every question there is, whoever it is for, with the room to answer it by pen. */
import { controlPointer } from '../compile/scope.ts';
import type { CompiledForm, Question } from '../compile/form.ts';
import type { UiElement } from '../definition/model/definition.ts';
import { isObject, valueAt, withoutRows, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { formatDate } from '../text/index.ts';
import type { AskedQuestion, BlankBlock, BlankDocument, BlankSection, Room } from './blank-document.ts';
import { bracket, note, together, withoutRule } from './blank-parts.ts';
import { rowsRoom, type RowContext } from './blank-rows.ts';
import { blankWords } from './blank-words.ts';
import { sendSection, signSection, howToSection, type SendTo } from './blank-frame.ts';
import { wordsOnPaper, type Links } from './on-paper.ts';
import { withPaperLabels } from './paper-labels.ts';
import { simpleRoom, tickHint } from './room.ts';
import { dateInWords } from './show.ts';
import { asksItself, requiredSentence, ruleSentence, type Ruled } from './when.ts';
import type { ClauseContext } from './when-answer.ts';
import { printWords } from './words.ts';

export interface BlankOptions {
  /** What stands in it already; a form for anybody has none. */
  answers: JsonObject;
  /** Questions that are not asked of whom it is printed for; rows are `*`. */
  notAsked?: readonly Pointer[];
  sendTo: SendTo;
  /** Addresses that texts name, by the names of the council's settings. */
  links: Links;
  /** ISO date by which it has to be back. */
  dueOn?: string;
}

const whenOf = (clauseContext: ClauseContext, what: Ruled, element: UiElement, base: Pointer): string[] => {
  const { rule, scope, options } = element;
  const ruled = rule === undefined || asksItself(rule, scope) ? [] : [ruleSentence(clauseContext, what, rule, base)];
  const required = options?.requiredWhen;
  return [...ruled, ...(required === undefined ? [] : [requiredSentence(clauseContext, required, base)])];
};

/** Draws the form with nothing or only what is known written in it. Pure: whoever prints gives addresses and answers. */
export const blankDocument = (screen: CompiledForm, options: BlankOptions): BlankDocument => {
  const form = withPaperLabels(screen);
  const { manifest } = form.definition;
  const { answers, links } = options;
  const t = blankWords(form);
  const clauseContext: ClauseContext = { form, t };
  const drawing = { form, t };
  const text = (key: string): string => form.text(key) ?? key;
  const notAsked = new Set(options.notAsked);
  const asks = (pointer: Pointer): boolean => !notAsked.has(withoutRows(pointer));
  const plain = (words: string | undefined): string[] => (words === undefined ? [] : wordsOnPaper(words, links));
  /** The text under the first of these keys, or what stands for it on paper: other words, or `-` for none. */
  const onPaper = (...keys: readonly string[]): string[] => {
    const instead = keys.map((key) => form.text(`${key}.paper`)).find((words) => words !== undefined);
    if (instead === '-') return [];
    return plain(instead ?? keys.map((key) => form.text(key)).find((words) => words !== undefined));
  };

  /** The questions of a page, a group or a row, in its layout, with its headings and notes. */
  const laidOut = (
    element: UiElement,
    base: Pointer,
    parts: readonly Question[],
    value: JsonObject,
    ruled = true,
  ): BlankBlock[] => {
    if (element.type === 'Control') {
      const at = base + controlPointer(element.scope);
      if (!asks(at)) return [];
      const question = parts.find((part) => part.element === element) ?? form.questionAt(at);
      if (question === undefined || (question.schema.const !== undefined && question.kind !== 'tick')) return [];
      return [
        asked(question, ruled ? element : withoutRule(element), base, valueAt(value, controlPointer(element.scope))),
      ];
    }
    if (element.type === 'Label') {
      const lines = onPaper(`${element.i18n ?? ''}.text`);
      if (lines.length === 0) return [];
      const [first = '', ...rest] = lines;
      return [[...whenOf(clauseContext, 'note', element, base), first].join(' '), ...rest].filter(Boolean).map(note);
    }
    const heading = element.i18n === undefined ? undefined : form.text(`${element.i18n}.label`);
    const isGroup = element.type === 'Group';
    return [
      ...(isGroup && heading !== undefined ? [{ kind: 'heading' as const, text: heading }] : []),
      ...(isGroup && element.i18n !== undefined ? onPaper(`${element.i18n}.help`).map(note) : []),
      ...whenOf(clauseContext, 'part', element, base).map(note),
      ...together(element.elements ?? []).flatMap((children) => run(children, base, parts, value)),
    ];
  };

  /** Elements that one rule is about, one after the other: what the rule says stands once above them all. */
  const run = (
    elements: readonly UiElement[],
    base: Pointer,
    parts: readonly Question[],
    value: JsonObject,
  ): BlankBlock[] => {
    const [first] = elements;
    if (first?.rule === undefined || elements.length === 1)
      return elements.flatMap((child) => laidOut(child, base, parts, value));
    const freed = elements.flatMap((child) => laidOut(child, base, parts, value, false));
    return [bracket([ruleSentence(clauseContext, 'part', first.rule, base)], freed)];
  };

  const inside = (question: Question, base: Pointer, value: JsonValue | undefined): BlankBlock[] => {
    const { detail } = question.element.options ?? {};
    return detail === undefined ? [] : laidOut(detail, base, question.parts, isObject(value) ? value : {});
  };

  const branches = (question: Question, value: JsonValue | undefined): Room => {
    const branch = (each: Question): BlankBlock[] => {
      const blocks = inside(each, question.pointer, value);
      const own: BlankBlock[] =
        blocks.length > 0 || each.kind === 'group' ? blocks : [asked(each, each.element, '', undefined)];
      return own.length === 0 ? [] : [note(t('only', { label: each.label })), ...own];
    };
    const ticks: Room = { kind: 'ticks', ticks: question.parts.map(({ label }) => ({ label, ticked: false })) };
    const choice: AskedQuestion = {
      kind: 'asked',
      pointer: question.pointer,
      question: '',
      required: false,
      help: [],
      when: [],
      room: ticks,
    };
    return { kind: 'parts', blocks: [choice, ...question.parts.flatMap(branch)] };
  };

  const context: RowContext = {
    ...drawing,
    asks,
    inside,
    whenOf: (element, base, what = 'answer') => whenOf(clauseContext, what, element, base),
  };

  const roomOf = (question: Question, value: JsonValue | undefined): Room => {
    switch (question.kind) {
      case 'group':
        return { kind: 'parts', blocks: inside(question, question.pointer, value) };
      case 'oneOf':
        return branches(question, value);
      case 'table':
      case 'fixedTable':
      case 'files':
        return rowsRoom(context, question, value);
      default:
        return simpleRoom(drawing, question, value);
    }
  };

  const asked = (
    question: Question,
    element: UiElement,
    base: Pointer,
    value: JsonValue | undefined,
  ): AskedQuestion => ({
    kind: 'asked',
    pointer: question.pointer,
    // The box of a tick has the question's words beside it.
    question: question.kind === 'tick' ? '' : question.label,
    required: question.required,
    help: [...onPaper(...question.textBases.map((base) => `${base}.help`)), ...tickHint(drawing, question)],
    when: whenOf(clauseContext, 'answer', element, base),
    room: roomOf(question, value),
  });

  const sections = form.pages.map(({ id, label, element }): BlankSection => ({
    id,
    heading: label,
    blocks: [
      ...whenOf(clauseContext, 'page', element, '').map(note),
      ...onPaper(`page.${id}.help`).map(note),
      ...together(element.elements ?? []).flatMap((children) => run(children, '', form.questions, answers)),
    ],
  }));

  const name = (pointer: Pointer): string => {
    const value = valueAt(answers, pointer);
    return typeof value === 'string' ? value.trim() : '';
  };
  const { subject } = manifest;
  const born = subject.dateOfBirth === undefined ? '' : name(subject.dateOfBirth);
  const { dueOn } = options;
  return {
    title: text(manifest.pdf.title),
    header: text(manifest.pdf.header),
    classification: text(manifest.pdf.classification),
    language: form.language,
    direction: form.direction,
    words: printWords(form),
    status: 'blank',
    help: options.sendTo.phone === '' ? '' : t('send.phone', { phone: options.sendTo.phone }),
    subject: [name(subject.firstName), name(subject.lastName)].filter(Boolean).join(' '),
    ...(born === '' ? {} : { dateOfBirth: dateInWords(born, form.language) }),
    signatories: [],
    cover: dueOn === undefined ? [] : [{ label: t('returnBy'), value: formatDate(dueOn, form.language) }],
    sections: [
      howToSection(t),
      ...sections,
      signSection(t, manifest.task?.counterSignature ?? 'none'),
      sendSection(t, options.sendTo),
    ],
    attachments: [],
  };
};
