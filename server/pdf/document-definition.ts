import { formatBytes, type PrintBlock, type PrintDocument } from '../../engine/index.ts';
import { danger, ink, landscapeWidth, line, margins, muted, portraitWidth, size } from './layout.ts';
import { createStructure, type Structure } from './structure.ts';
import { tableBlock } from './table-block.ts';
import { paragraph } from './text.ts';

type Content = Record<string, unknown> | string;

/** A short answer stays on one page with its question; a long one may break after its first lines. */
const shortAnswer = 900;

const questionStyle = { bold: true, fontSize: size.body, margin: [0, 6, 0, 1] };
const answerStyle = { fontSize: size.body, margin: [0, 0, 0, 4] };

interface Placed {
  content: Content[];
  landscape: boolean;
}

const notAnswered = (structure: Structure, parent: number): Content =>
  paragraph('Not answered', structure.add(parent, 'P'), { ...answerStyle, color: muted });

const answerBlock = (block: Extract<PrintBlock, { kind: 'answer' }>, structure: Structure, parent: number): Placed => {
  const question = paragraph(block.question, structure.add(parent, 'P'), questionStyle);
  const lines = block.lines.map((text) => paragraph(text, structure.add(parent, 'P'), answerStyle));
  const answer = lines.length === 0 ? [notAnswered(structure, parent)] : lines;
  const length = block.question.length + block.lines.join('').length;
  if (length < shortAnswer) return { content: [{ stack: [question, ...answer], unbreakable: true }], landscape: false };
  return { content: [{ ...question, headlineLevel: 3 }, ...answer], landscape: false };
};

const placed = (block: PrintBlock, structure: Structure, parent: number): Placed => {
  switch (block.kind) {
    case 'heading': {
      const style = { fontSize: size.h3, bold: true, margin: [0, 12, 0, 2], headlineLevel: 2 };
      return { content: [paragraph(block.text, structure.add(parent, 'H3'), style)], landscape: false };
    }
    case 'note':
      return { content: [paragraph(block.text, structure.add(parent, 'P'), answerStyle)], landscape: false };
    case 'answer':
      return answerBlock(block, structure, parent);
    case 'table': {
      const question = { ...paragraph(block.question, structure.add(parent, 'P'), questionStyle), headlineLevel: 3 };
      if (block.rows.length === 0) return { content: [question, notAnswered(structure, parent)], landscape: false };
      const { content, landscape } = tableBlock(block, structure, parent);
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
      ? [paragraph('This is a draft. It has not been submitted.', structure.add(0, 'P'), { color: danger, bold: true })]
      : [];
  const pairs = [...document.cover, ...signed];
  return [title, ...draft, ...(pairs.length === 0 ? [] : [rows(structure, 0, pairs)])];
};

const documents = (document: PrintDocument, structure: Structure): Content[] => {
  if (document.attachments.length === 0) return [];
  const section = structure.add(0, 'Sect');
  const heading = headingOf('Documents sent with this form', structure.add(section, 'H2'), 'documents');
  const table = tableBlock(
    {
      kind: 'table',
      pointer: '',
      question: '',
      required: false,
      columns: ['Kind', 'Document', 'Title', 'Size'].map((label) => ({ label, numeric: label === 'Size' })),
      rows: document.attachments.map(({ kind, name, title, bytes }) => [kind, name, title, formatBytes(bytes)]),
    },
    structure,
    section,
  );
  return [heading, ...(table.content as Content[])];
};

const headingOf = (text: string, tag: number, id: string): Content => ({
  ...paragraph(text, tag, { fontSize: size.h2, bold: true, margin: [0, 18, 0, 4], headlineLevel: 1 }),
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
        ? [paragraph('DRAFT – not submitted', undefined, { color: danger, bold: true, alignment: 'center' })]
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
      paragraph(document.submittedAt === undefined ? '' : `Submitted ${document.submittedAt}`, undefined, {
        width: 'auto',
        alignment: 'center',
      }),
      paragraph(`Page ${page} of ${pages}`, undefined, { width: '*', alignment: 'right' }),
    ],
  });

interface NodeOnPage {
  headlineLevel?: number;
  startPosition: { top: number };
}

/** A heading or question never stands alone at the foot of a page. */
const pageBreakBefore = (node: NodeOnPage, following: { getFollowingNodesOnPage: () => unknown[] }): boolean =>
  node.headlineLevel !== undefined && node.startPosition.top > 200 && following.getFollowingNodesOnPage().length === 0;

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
      content: [headingOf(section.heading, structure.add(element, 'H2'), section.id)],
      landscape: false,
    };
    return [heading, ...section.blocks.map((block) => placed(block, structure, element))];
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
      pageBreakBefore,
      content: [...first, ...turnPages([...sections, last])],
    },
  };
};
