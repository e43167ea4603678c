/** Answers of several people to the same form, question by question. */
import type { PrintBlock, PrintDocument } from '../../../../engine/index.ts';

export interface ComparedRow {
  pointer: string;
  question: string;
  /** One for each person, in their order; empty when not answered. */
  answers: string[][];
  /** Those who have answered have not all answered the same. */
  differs: boolean;
}

export interface ComparedPage {
  id: string;
  heading: string;
  rows: ComparedRow[];
}

type QuestionBlock = Extract<PrintBlock, { pointer: string }>;

const questionBlocks = (blocks: readonly PrintBlock[]): QuestionBlock[] =>
  blocks.filter((block): block is QuestionBlock => 'pointer' in block);

const linesOf = (block: QuestionBlock): string[] =>
  block.kind === 'answer'
    ? block.lines
    : block.rows.map((row) =>
        row
          .map((cell, at) => (cell === '' ? '' : `${block.columns[at]?.label ?? ''}: ${cell}`.replace(/^: /, '')))
          .filter((cell) => cell !== '')
          .join('; '),
      );

/** Pages and questions in the order in which the first document that has them shows them. */
export const sideBySide = (documents: readonly PrintDocument[]): ComparedPage[] => {
  const pages = new Map<string, ComparedPage>();
  documents.forEach(({ sections }, person) => {
    for (const { id, heading, blocks } of sections) {
      const page = pages.get(id) ?? { id, heading, rows: [] };
      pages.set(id, page);
      for (const block of questionBlocks(blocks)) {
        let row = page.rows.find(({ pointer }) => pointer === block.pointer);
        if (row === undefined) {
          const { pointer, question } = block;
          row = { pointer, question, answers: documents.map(() => []), differs: false };
          page.rows.push(row);
        }
        row.answers[person] = linesOf(block);
      }
    }
  });
  for (const { rows } of pages.values())
    for (const row of rows) {
      const given = row.answers.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
      row.differs = new Set(given).size > 1;
    }
  return [...pages.values()].filter(({ rows }) =>
    rows.some(({ answers }) => answers.some((lines) => lines.length > 0)),
  );
};
