/**
 * The structure tree of a PDF (PDF 1.7, 14.7; PDF/UA): headings, paragraphs and tables in reading order. pdfmake lays text
 * out and knows nothing of it, so each run of text carries the number of its element, and drawing is wrapped in marked
 * content. What carries no number (lines, header, footer, repeated table heads) is an artifact.
 */
import rendererModule, { type Line, type StructureElement, type TaggedDocument } from 'pdfmake/js/Renderer.js';
import { settleLine } from './letters/bidi.ts';

export type StructureType = 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/** A node of the tree to be; its number is its place in `Structure.nodes`. */
interface StructureNode {
  type: StructureType;
  parent: number;
  scope?: 'Column' | 'Row';
}

export interface Structure {
  nodes: StructureNode[];
  /** Adds an element under `parent` (0 is the document) and gives its number. */
  add: (parent: number, type: StructureType, scope?: 'Column' | 'Row') => number;
}

export const createStructure = (): Structure => {
  const nodes: StructureNode[] = [{ type: 'Document', parent: -1 }];
  return {
    nodes,
    add: (parent, type, scope) => nodes.push({ type, parent, ...(scope === undefined ? {} : { scope }) }) - 1,
  };
};

interface Drawing {
  structure: Structure;
  elements: StructureElement[];
}

const begin = (document: TaggedDocument, structure: Structure): Drawing => {
  const elements = structure.nodes.map((node) =>
    document.struct(node.type, node.scope === undefined ? {} : { scope: node.scope }),
  );
  structure.nodes.forEach((node, index) => {
    const element = elements[index];
    if (element !== undefined && node.parent >= 0) elements[node.parent]?.add(element);
  });
  const root = elements[0];
  if (root !== undefined) document.addStructure(root);
  return { structure, elements };
};

/**
 * Makes pdfmake's renderer write the structure tree, once per thread. `current` gives the structure of the document that is
 * being drawn; a thread draws one at a time.
 */
export const installStructure = (current: () => Structure | undefined): void => {
  const { prototype } = rendererModule.default;
  const { renderPages, renderLine, renderVector } = prototype;
  let drawing: Drawing | undefined;

  prototype.renderPages = function (pages) {
    const structure = current();
    drawing = structure === undefined ? undefined : begin(this.pdfDocument, structure);
    renderPages.call(this, pages);
    drawing = undefined;
  };

  prototype.renderLine = function (line: Line, x, y) {
    settleLine(line);
    const tag = line.inlines.find((inline) => inline.tag !== undefined)?.tag;
    const node = tag === undefined ? undefined : drawing?.structure.nodes[tag];
    const element = tag === undefined ? undefined : drawing?.elements[tag];
    if (drawing === undefined) {
      renderLine.call(this, line, x, y);
      return;
    }
    if (node === undefined || element === undefined || line.repeated === true) {
      this.pdfDocument.markContent('Artifact', { type: 'Pagination' });
      renderLine.call(this, line, x, y);
    } else {
      const content = this.pdfDocument.markStructureContent(node.type);
      renderLine.call(this, line, x, y);
      element.add(content);
    }
    this.pdfDocument.endMarkedContent();
  };

  prototype.renderVector = function (vector) {
    if (drawing === undefined) {
      renderVector.call(this, vector);
      return;
    }
    this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    renderVector.call(this, vector);
    this.pdfDocument.endMarkedContent();
  };
};
