import { linesOf, onOneLine } from '../text/index.ts';
import type { PrintBlock, PrintDocument } from './document.ts';

const cell = (text: string): string => linesOf(text).join('\n');

const blockInLines = (block: PrintBlock): PrintBlock => {
  if (block.kind === 'heading' || block.kind === 'note') return { ...block, text: onOneLine(block.text) };
  const question = onOneLine(block.question);
  if (block.kind === 'answer') return { ...block, question, lines: block.lines.flatMap(linesOf) };
  return {
    ...block,
    question,
    columns: block.columns.map((column) => ({ ...column, label: onOneLine(column.label) })),
    rows: block.rows.map((row) => row.map(cell)),
    ...(block.totals === undefined ? {} : { totals: block.totals.map(cell) }),
  };
};

/** The document with its texts in lines: `\n` alone parts them, and only where there may be several. */
export const inLines = (document: PrintDocument): PrintDocument => ({
  ...document,
  title: onOneLine(document.title),
  header: onOneLine(document.header),
  subject: onOneLine(document.subject),
  signatories: document.signatories.map(({ label, name, at }) => ({ label, name: onOneLine(name), at })),
  cover: document.cover.map(({ label, value }) => ({ label: onOneLine(label), value: onOneLine(value) })),
  sections: document.sections.map((section) => ({
    ...section,
    heading: onOneLine(section.heading),
    blocks: section.blocks.map(blockInLines),
  })),
  attachments: document.attachments.map((attachment) => ({
    ...attachment,
    name: onOneLine(attachment.name),
    title: onOneLine(attachment.title),
  })),
});
