/** Whatever is answered by writing has room on the form for paper, in every form: boxes, lines or rows of what is drawn. */
import { describe, expect, test } from 'vitest';
import {
  blankDocument,
  type AskedQuestion,
  type BlankBlock,
  type CompiledForm,
  type Question,
} from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import { licence } from '../../engine/testing/licence.ts';
import { penBlocks } from '../../server/platform/pdf/asked-block.ts';
import { createStructure } from '../../server/platform/pdf/structure.ts';
import { formIds, readForm } from '../support/browser/read-form.ts';

/** Least number of boxes to write in, one line each; a date has one for each figure, a long text four lines and more for every 500 letters. */
const leastOf = ({ kind, schema, choices = [] }: Question): number => {
  if ((kind === 'choice' || kind === 'choices') && choices.length > 0) return 0;
  switch (kind) {
    case 'text':
    case 'choice':
    case 'choices':
    case 'number':
    case 'money':
      return 1;
    case 'date':
      return 8;
    case 'longText':
      return Math.min(12, 3 + Math.max(1, Math.floor((schema.maxLength ?? 1000) / 500)));
    default:
      return 0;
  }
};

const within = (question: Question): Question[] => [question, ...question.parts.flatMap(within)];

/** What is answered by writing and stands by itself; columns of tables and lists of documents have their rows. */
const written = (form: CompiledForm): Question[] =>
  form.questions.flatMap(within).filter((each) => leastOf(each) > 0 && each.schema.const === undefined);

const asked = (blocks: readonly BlankBlock[]): AskedQuestion[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'asked') return [];
    const { room } = block;
    const inner =
      room.kind === 'parts'
        ? room.blocks
        : room.kind === 'records'
          ? room.records.flatMap(({ blocks: own }) => own)
          : [];
    return [block, ...asked(inner)];
  });

const isEmpty = (node: unknown): boolean => {
  if (!isObject(node)) return false;
  if (Array.isArray(node['stack'])) return node['stack'].every(isEmpty);
  const { text } = node as { text?: { text: string }[] };
  return text?.every((run) => ['', '£'].includes(run.text.trim())) ?? false;
};

/** Boxes with nothing in them in a part of the plan of a PDF, framed by a line. */
const boxesIn = (node: unknown): number => {
  if (Array.isArray(node)) return node.reduce((sum: number, each) => sum + boxesIn(each), 0);
  if (!isObject(node)) return 0;
  const { table, layout } = node as { table?: { body: unknown[][] }; layout?: { vLineWidth: () => number } };
  if (table === undefined) return boxesIn(node['stack'] ?? []) + boxesIn(node['columns'] ?? []);
  const framed = (layout?.vLineWidth() ?? 0) > 0;
  return table.body.flat().reduce((sum: number, cell) => sum + (framed && isEmpty(cell) ? 1 : boxesIn(cell)), 0);
};

const drawn = (block: BlankBlock): number => boxesIn(penBlocks([block], createStructure(), 0));

const forms = (): [string, CompiledForm][] => [
  ['licence', licence],
  ...formIds.map((id): [string, CompiledForm] => [id, readForm(id).form]),
];

describe.each(forms())('%s', (_, form) => {
  const sendTo = { council: 'Example Council', team: '', address: '', email: '', phone: '' };
  const all = asked(blankDocument(form, { answers: {}, links: {}, sendTo }).sections.flatMap(({ blocks }) => blocks));

  test('every question that is answered by writing has room for it', () => {
    const missing = written(form).filter((question) => {
      const own = all.filter(({ pointer }) => pointer === question.pointer);
      if (own.length > 0) return own.some((each) => drawn(each) < leastOf(question));
      const rows = all.filter(
        ({ pointer, room }) => room.kind === 'table' && question.pointer.startsWith(`${pointer}/`),
      );
      return rows.length === 0;
    });
    expect(missing.map(({ pointer, kind }) => `${pointer} ${kind}`)).toEqual([]);
  });

  test('every row to write in has an empty cell for each thing that is written', () => {
    for (const block of all) {
      const { room } = block;
      if (room.kind !== 'table') continue;
      const cells = room.rows.flat().filter(({ kind }) => kind === 'line').length;
      expect([block.pointer, room.rows.length > 0, drawn(block) >= cells]).toEqual([block.pointer, true, true]);
    }
  });
});
