import {
  englishPrintWords,
  fill,
  formatBytes,
  type PrintBlock,
  type PrintDocument,
  type PrintWords,
} from '../../../engine/index.ts';
import { danger, ink, landscapeWidth, line, margins, muted, portraitWidth, size } from './layout.ts';
import { lastPlacement, type Placement } from './placement.ts';
import { createStructure, type Structure } from './structure.ts';
import { tableBlock } from './table-block.ts';
import { paragraph, type TextBlock } from './text.ts';

type Content = Record<string, unknown> | string;

/** A short answer stays on one page with its question; a long one may break after its first lines. */
const shortAnswer = 900;

const questionStyle = { bold: true, fontSize: size.body, margin: [0, 6, 0, 1] };
const answerStyle = { fontSize: size.body, margin: [0, 0, 0, 4] };

interface Placed {
  content: Content[];
  landscape: boolean;
}

/** A paragraph that stands on one page with the beginning of what follows it. */
const leading = (block: TextBlock, structure: Structure, headlineLevel: number): TextBlock => {
  for (const { tag } of block.text) if (tag !== undefined) structure.leading.add(tag);
  return { ...block, headlineLevel };
};

const wordsOf = ({ words = englishPrintWords }: PrintDocument): PrintWords => words;

const notAnswered = (words: PrintWords, structure: Structure, parent: number): Content =>
  paragraph(words.notAnswered, structure.add(parent, 'P'), { ...answerStyle, color: muted });

const answerBlock = (
  block: Extract<PrintBlock, { kind: 'answer' }>,
  words: PrintWords,
  structure: Structure,
  parent: number,
): Placed => {
  const question = paragraph(block.question, structure.add(parent, 'P'), questionStyle);
  const lines = block.lines.map((text) => paragraph(text, structure.add(parent, 'P'), answerStyle));
  const answer = lines.length === 0 ? [notAnswered(words, structure, parent)] : lines;
  const length = block.question.length + block.lines.join('').length;
  if (length < shortAnswer) return { content: [{ stack: [question, ...answer], unbreakable: true }], landscape: false };
  return { content: [leading(question, structure, 3), ...answer], landscape: false };
};

const placed = (block: PrintBlock, words: PrintWords, structure: Structure, parent: number): Placed => {
  switch (block.kind) {
    case 'heading': {
      const heading = paragraph(block.text, structure.add(parent, 'H3'), {
        fontSize: size.h3,
        bold: true,
        margin: [0, 12, 0, 2],
      });
      return { content: [leading(heading, structure, 2)], landscape: false };
    }
    case 'note':
      return { content: [paragraph(block.text, structure.add(parent, 'P'), answerStyle)], landscape: false };
    case 'answer':
      return answerBlock(block, words, structure, parent);
    case 'table': {
      const question = leading(paragraph(block.question, structure.add(parent, 'P'), questionStyle), structure, 3);
      if (block.rows.length === 0)
        return { content: [question, notAnswered(words, structure, parent)], landscape: false };
      const { content, landscape } = tableBlock(block, words, structure, parent);
      return { content: [question, ...(content as Content[])], landscape };
    }
  }
};

/** Puts wide tables on landscape pages of their own and goes back to portrait after them. */
const turnPages = (parts: Placed[]): Content[] => {
  let landscape = false;
  return parts.flatMap((part) => {
    if (part.landscape === landscape || part.content.length === 0) return part.content;
    landscape = part.landscape;
    const [first, ...rest] = part.content;
    const turned = { stack: [first], pageBreak: 'before', pageOrientation: landscape ? 'landscape' : 'portrait' };
    return [turned, ...rest];
  });
};

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

const cover = (document: PrintDocument, structure: Structure): Content[] => {
  const title = paragraph(document.title, structure.add(0, 'H1'), {
    fontSize: size.h1,
    bold: true,
    margin: [0, 0, 0, 4],
  });
  const signed = document.signatories.map(({ label, name, at }) => ({ label, value: `${name}, ${at}` }));
  const draft =
    document.status === 'draft'
      ? [paragraph(wordsOf(document).draftNotice, structure.add(0, 'P'), { color: danger, bold: true })]
      : [];
  const pairs = [...document.cover, ...signed];
  return [title, ...draft, ...(pairs.length === 0 ? [] : [rows(structure, 0, pairs)])];
};

const documents = (document: PrintDocument, structure: Structure): Content[] => {
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
  return [heading, ...(table.content as Content[])];
};

const headingOf = (text: string, structure: Structure, parent: number, id: string): Content => ({
  ...leading(
    paragraph(text, structure.add(parent, 'H2'), { fontSize: size.h2, bold: true, margin: [0, 18, 0, 4] }),
    structure,
    1,
  ),
  id: `section-${id}`,
  outline: true,
  outlineText: text,
});

const runningHead =
  (document: PrintDocument) =>
  (_page: number, _pages: number, page: { width: number }): Content => {
    const who = [document.subject, document.dateOfBirth, document.reference].filter(
      (part) => part !== undefined && part !== '',
    );
    const draft =
      document.status === 'draft'
        ? [paragraph(wordsOf(document).draftMark, undefined, { color: danger, bold: true, alignment: 'center' })]
        : [];
    const width = page.width > 700 ? landscapeWidth : portraitWidth;
    return {
      margin: [margins[0], 24, margins[2], 0],
      fontSize: size.small,
      color: muted,
      stack: [
        {
          columns: [
            {
              width: '*',
              stack: [
                paragraph(document.header, undefined, { bold: true, color: ink }),
                paragraph(document.title, undefined),
              ],
            },
            {
              width: 'auto',
              stack: [paragraph(who.join(' · '), undefined, { alignment: 'right', color: ink }), ...draft],
            },
          ],
        },
        { canvas: [{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineWidth: 0.5, lineColor: line }] },
      ],
    };
  };

const runningFoot =
  (document: PrintDocument) =>
  (page: number, pages: number): Content => ({
    margin: [margins[0], 16, margins[2], 0],
    fontSize: size.small,
    color: muted,
    columns: [
      paragraph(document.classification, undefined, { width: '*', bold: true }),
      paragraph(
        document.submittedAt === undefined ? '' : fill(wordsOf(document).submitted, { at: document.submittedAt }),
        undefined,
        { width: 'auto', alignment: 'center' },
      ),
      paragraph(fill(wordsOf(document).page, { page, pages }), undefined, { width: '*', alignment: 'right' }),
    ],
  });

interface NodeOnPage {
  text?: { tag?: number }[];
  headlineLevel?: number;
  startPosition: { top: number };
}

/** Where a page is nearly empty above a heading, moving it on would help nobody. */
const highUp = 200;

/** For each element of a layout, whether what it leads to, past further headings, stands on a later page than itself. */
const leftIn = (placement: Placement, { leading }: Structure): ((tag: number) => boolean) => {
  const left = new Set<number>();
  let next: number | undefined;
  for (const [tag, page] of [...placement].sort(([one], [other]) => other - one)) {
    if (next !== undefined && next > page) left.add(tag);
    if (!leading.has(tag)) next = page;
  }
  return (tag) => left.has(tag);
};

/** A heading or question never stands alone at the foot of a page. */
const pageBreakBefore = (structure: Structure) => {
  let known: { placement: Placement; isLeft: (tag: number) => boolean } | undefined;
  const isLeft = (tag: number): boolean => {
    const placement = lastPlacement();
    if (known?.placement !== placement) known = { placement, isLeft: leftIn(placement, structure) };
    return known.isLeft(tag);
  };
  return ({ text, headlineLevel, startPosition }: NodeOnPage): boolean => {
    const tag = headlineLevel === undefined ? undefined : text?.[0]?.tag;
    return tag !== undefined && startPosition.top > highUp && isLeft(tag);
  };
};

export interface PdfPlan {
  definition: Record<string, unknown>;
  structure: Structure;
}

/** What pdfmake is asked to lay out for a document, and the structure tree that its text belongs to. */
export const documentDefinition = (document: PrintDocument): PdfPlan => {
  const structure = createStructure();
  const first = cover(document, structure);
  const sections = document.sections.flatMap((section) => {
    const element = structure.add(0, 'Sect');
    const heading: Placed = {
      content: [headingOf(section.heading, structure, element, section.id)],
      landscape: false,
    };
    return [heading, ...section.blocks.map((block) => placed(block, wordsOf(document), structure, element))];
  });
  const last: Placed = { content: documents(document, structure), landscape: false };
  return {
    structure,
    definition: {
      version: '1.7',
      tagged: true,
      displayTitle: true,
      language: document.language,
      info: { title: document.title, subject: document.header, creator: 'Formwork', producer: 'Formwork' },
      pageSize: 'A4',
      pageMargins: margins,
      defaultStyle: { font: 'Sans', fontSize: size.body, lineHeight: 1.15, color: ink },
      header: runningHead(document),
      footer: runningFoot(document),
      pageBreakBefore: pageBreakBefore(structure),
      content: [...first, ...turnPages([...sections, last])],
    },
  };
};
