import {
  apart,
  englishPrintWords,
  unbroken,
  formatBytes,
  type PrintBlock,
  type PrintWords,
} from '../../../engine/index.ts';
import { archivable } from './metadata.ts';
import { penBlocks } from './asked-block.ts';
import { danger, defaultStyle, margins, muted, size } from './layout.ts';
import type { Printable } from './printable.ts';
import { runningFoot, runningHead } from './running.ts';
import { createStructure, type Structure } from './structure.ts';
import { tableBlock } from './table-block.ts';
import { paragraph, type TextBlock } from './text.ts';

/** `leads`, `together`, `turns` and `heads` are read by `together.ts`. */
type Content = Record<string, unknown>;

const questionStyle = { bold: true, fontSize: size.body, margin: [0, 6, 0, 1] };
const answerStyle = { fontSize: size.body, margin: [0, 0, 0, 4] };

interface Placed {
  content: Content[];
  landscape: boolean;
}

/** A paragraph that stands on one page with the beginning of what follows it. */
const leading = (block: TextBlock): TextBlock => ({ ...block, leads: true });

const wordsOf = ({ words = englishPrintWords }: Printable): PrintWords => words;

const notAnswered = (words: PrintWords, structure: Structure, parent: number): Content =>
  paragraph(words.notAnswered, structure.add(parent, 'P'), { ...answerStyle, color: muted });

const answerBlock = (
  block: Extract<PrintBlock, { kind: 'answer' }>,
  words: PrintWords,
  structure: Structure,
  parent: number,
): Placed => {
  const question = leading(paragraph(block.question, structure.add(parent, 'P'), questionStyle));
  const lines = block.lines.map((text) => paragraph(text, structure.add(parent, 'P'), answerStyle));
  const answer = lines.length === 0 ? [notAnswered(words, structure, parent)] : lines;
  return { content: [{ stack: [question, ...answer], together: true }], landscape: false };
};

const placed = (block: PrintBlock, words: PrintWords, structure: Structure, parent: number): Placed => {
  switch (block.kind) {
    case 'heading': {
      const heading = paragraph(block.text, structure.add(parent, 'H3'), {
        fontSize: size.h3,
        bold: true,
        margin: [0, 12, 0, 2],
      });
      return { content: [leading(heading)], landscape: false };
    }
    case 'note':
      return { content: [paragraph(block.text, structure.add(parent, 'P'), answerStyle)], landscape: false };
    case 'answer':
      return answerBlock(block, words, structure, parent);
    case 'table': {
      const question = leading(paragraph(block.question, structure.add(parent, 'P'), questionStyle));
      if (block.rows.length === 0)
        return { content: [question, notAnswered(words, structure, parent)], landscape: false };
      const { content, landscape } = tableBlock(block, words, structure, parent);
      return { content: [question, ...content], landscape };
    }
  }
};

/** Puts wide tables on landscape pages of their own, with the headings that lead to them, and goes back to portrait after them. */
const turnPages = (parts: Placed[]): Content[] => {
  const turns = parts.map(({ landscape }) => landscape);
  parts.forEach(({ content }, at) => {
    if (content.at(-1)?.['leads'] === true) turns[at] = parts.slice(at).find(leadsNowhere)?.landscape ?? false;
  });
  let landscape = false;
  return parts.flatMap(({ content: [first, ...rest] }, at) => {
    if (first === undefined) return [];
    const turn = turns[at] ?? false;
    if (turn === landscape) return [first, ...rest];
    landscape = turn;
    return [{ ...first, turns: landscape ? 'landscape' : 'portrait' }, ...rest];
  });
};

const leadsNowhere = ({ content }: Placed): boolean => content.at(-1)?.['leads'] !== true;

const rows = (structure: Structure, parent: number, pairs: { label: string; value: string }[]): Content => {
  const table = structure.add(parent, 'Table');
  const body = pairs.map(({ label, value }) => {
    const row = structure.add(table, 'TR');
    return [
      paragraph(label, structure.add(row, 'TH', 'Row'), { color: muted }),
      paragraph(value, structure.add(row, 'TD'), { bold: true }),
    ];
  });
  return { table: { widths: ['34%', '*'], body }, layout: 'cover', margin: [0, 8, 0, 20] };
};

const cover = (document: Printable, structure: Structure): Content[] => {
  const title = paragraph(unbroken(document.title), structure.add(0, 'H1'), {
    fontSize: size.h1,
    bold: true,
    margin: [0, 0, 0, 4],
  });
  const signed = document.signatories.map(({ label, name, at }) => ({ label, value: `${apart(name)}, ${apart(at)}` }));
  const draft =
    document.status === 'draft'
      ? [paragraph(wordsOf(document).draftNotice, structure.add(0, 'P'), { color: danger, bold: true })]
      : [];
  const pairs = [...document.cover, ...signed];
  return [title, ...draft, ...(pairs.length === 0 ? [] : [rows(structure, 0, pairs)])];
};

const documents = (document: Printable, structure: Structure): Content[] => {
  if (document.attachments.length === 0) return [];
  const words = wordsOf(document);
  const section = structure.add(0, 'Sect');
  const heading = headingOf(words.documentsSent, structure, section, 'documents');
  const table = tableBlock(
    {
      kind: 'table',
      pointer: '',
      question: '',
      required: false,
      columns: [words.kind, words.document, words.title, words.size].map((label, at) => ({ label, numeric: at === 3 })),
      rows: document.attachments.map(({ kind, name, title, bytes }) => [kind, name, title, formatBytes(bytes)]),
    },
    words,
    structure,
    section,
  );
  return [heading, ...table.content];
};

const headingOf = (text: string, structure: Structure, parent: number, id: string): Content => ({
  ...leading(
    paragraph(unbroken(text), structure.add(parent, 'H2'), { fontSize: size.h2, bold: true, margin: [0, 18, 0, 4] }),
  ),
  id: `section-${id}`,
  outline: true,
  outlineText: text,
});

export interface PdfPlan {
  definition: Record<string, unknown>;
  structure: Structure;
}

/** What pdfmake is asked to lay out for a document, and the structure tree that its text belongs to. */
export const documentDefinition = (document: Printable): PdfPlan => {
  const structure = createStructure();
  const first = cover(document, structure);
  const sectionOf = (section: Printable['sections'][number]): [Placed, number] => {
    const element = structure.add(0, 'Sect');
    return [{ content: [headingOf(section.heading, structure, element, section.id)], landscape: false }, element];
  };
  const sections =
    document.status === 'blank'
      ? document.sections.flatMap((section) => {
          const [heading, element] = sectionOf(section);
          return [heading, { content: penBlocks(section.blocks, structure, element), landscape: false }];
        })
      : document.sections.flatMap((section) => {
          const [heading, element] = sectionOf(section);
          return [heading, ...section.blocks.map((block) => placed(block, wordsOf(document), structure, element))];
        });
  const last: Placed = { content: documents(document, structure), landscape: false };
  return {
    structure,
    definition: {
      version: '1.7',
      subset: archivable,
      tagged: true,
      displayTitle: true,
      language: document.language,
      info: { title: document.title, subject: document.header, creator: 'Formwork', producer: 'Formwork' },
      pageSize: 'A4',
      pageMargins: margins,
      defaultStyle,
      header: runningHead(document),
      footer: runningFoot(document),
      content: [...first, ...turnPages([...sections, last])],
    },
  };
};
