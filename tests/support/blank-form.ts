/** What a form on paper says, and of what a reader must find in it. */
import type { BlankBlock, BlankDocument, Cell, CompiledForm, Question, UiElement } from '../../engine/index.ts';
import { scopeTarget } from '../../engine/compile/scope.ts';

const insideOf = (block: BlankBlock): BlankBlock[] => {
  if (block.kind !== 'asked') return [];
  const { room } = block;
  if (room.kind === 'parts') return room.blocks;
  return room.kind === 'records' ? room.records.flatMap(({ blocks }) => blocks) : [];
};

const wordsOfCell = (cell: Cell): string[] => {
  if (cell.kind === 'ticks') return cell.ticks.map(({ label }) => label);
  return cell.kind === 'name' ? cell.lines : [];
};

const ownWords = (block: BlankBlock): string[] => {
  if (block.kind !== 'asked') return [block.text];
  const { question, when, help, room } = block;
  const inRoom =
    room.kind === 'ticks'
      ? room.ticks.map(({ label }) => label)
      : room.kind === 'table'
        ? [
            ...room.columns.flatMap((column) => [column.label, ...column.when]),
            ...room.rows.flat().flatMap(wordsOfCell),
          ]
        : room.kind === 'records'
          ? room.records.flatMap((record) => [record.name, ...record.when])
          : [];
  return [question, ...when, ...help, ...inRoom];
};

const wordsIn = (block: BlankBlock): string[] => [...ownWords(block), ...insideOf(block).flatMap(wordsIn)];

/** Every text of a form on paper, in reading order. */
export const wordsOfBlank = ({ sections }: BlankDocument): string[] =>
  sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(wordsIn)]).filter((text) => text.trim() !== '');

const within = (question: Question): Question[] => [question, ...question.parts.flatMap(within)];

/** Label and answers of everything that a form asks, in tables, groups and branches too. What has one possible value is not asked. */
export const askedBy = (form: CompiledForm): string[] =>
  form.questions
    .flatMap(within)
    .filter(({ schema, kind }) => schema.const === undefined || kind === 'tick')
    .filter(({ kind, pointer }) => kind !== 'table' || pointer.split('/').length === 2)
    .flatMap(({ label, textBases, choices = [] }) => {
      const onPaper = textBases.map((base) => form.text(`${base}.label.paper`)).find((words) => words !== undefined);
      return [onPaper ?? label, ...choices.map((choice) => choice.label)];
    });

const scopes = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(scopes);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'scope' && typeof inner === 'string' ? [inner] : scopes(inner),
  );
};

export interface Conditional {
  /** Of the question that is asked only sometimes. */
  pointer: string;
  /** Labels of the questions whose answers decide it, where its rule names any. */
  decidedBy: string[];
}

/** Every question with a rule of its own, in the details of tables and groups too. */
export const conditionalIn = (form: CompiledForm): Conditional[] => {
  const found: Conditional[] = [];
  const walk = (element: UiElement, base: string): void => {
    const { rule, scope, options } = element;
    if (element.type === 'Control' && scope !== undefined) {
      const target = scopeTarget(scope);
      const pointer = target.kind === 'answer' ? base + target.pointer : '';
      const asks = scopes(rule);
      if (rule !== undefined && asks.some((each) => each !== scope)) {
        const decidedBy = asks.flatMap((each) => {
          const about = scopeTarget(each);
          return about.kind === 'answer' ? (form.questionAt(base + about.pointer)?.label ?? []) : [];
        });
        found.push({ pointer, decidedBy });
      }
      const kind = form.questionAt(pointer)?.kind;
      const row = kind === 'table' || kind === 'files' ? `${pointer}/*` : pointer;
      if (options?.detail !== undefined) walk(options.detail, row);
    }
    for (const child of element.elements ?? []) walk(child, base);
  };
  for (const { element } of form.pages) walk(element, '');
  return found;
};

/** For each question on paper, by its place, all that is said of when to answer it: at itself, around it and in its column. */
export const whenByPointer = ({ sections }: BlankDocument): Map<string, string[]> => {
  const said = new Map<string, string[]>();
  const note = (pointer: string, when: readonly string[]): void => {
    said.set(pointer, [...(said.get(pointer) ?? []), ...when]);
  };
  const walk = (block: BlankBlock, around: readonly string[]): void => {
    if (block.kind !== 'asked') return;
    const when = [...around, ...block.when];
    note(block.pointer, when);
    const { room } = block;
    if (room.kind === 'table') {
      for (const column of room.columns) note(`${block.pointer} ${column.label}`, [...when, ...column.when]);
      for (const cell of room.rows.flat())
        if (cell.kind === 'name') note(`${block.pointer} ${cell.lines[0] ?? ''}`, [...when, ...cell.lines.slice(1)]);
    }
    if (room.kind === 'records')
      for (const record of room.records) for (const inner of record.blocks) walk(inner, [...when, ...record.when]);
    else for (const inner of insideOf(block)) walk(inner, when);
  };
  for (const { blocks } of sections) for (const block of blocks) walk(block, []);
  return said;
};
