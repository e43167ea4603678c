/**
 * What stands on one page with what: a heading or question with the beginning of what follows it, a short answer with its question, a row of
 * a table or a card with itself. All of it is decided by measured heights and done by beginning a new page first. Nothing is ever laid out as
 * one piece that must fit (pdfmake's `unbreakable`, `dontBreakRows`, `keepWithHeaderRows`), for pdfmake drops what does not; so whatever is
 * higher than a page goes on on the next one.
 */
import layoutModule, { type LaidNode, type LaidTable, type PageWriter } from 'pdfmake/js/LayoutBuilder.js';
import tableModule from 'pdfmake/js/TableProcessor.js';
import writerModule from 'pdfmake/js/PageElementWriter.js';
import { firstLines, heightOf, isTable, rowHeight, setTableWidths } from './heights.ts';

/** Shares of a page: more than this of one thing is broken rather than moved on whole, and a higher table head is not repeated. */
const mostOfAnswer = 1 / 2;
const mostOfRow = 2 / 3;
const mostOfHead = 1 / 3;
const mostOfLead = 1 / 4;
/** A row that is broken begins only where it has this many points. */
const leastOfRow = 60;

const pageHeight = (writer: PageWriter): number => {
  const context = writer.context();
  return (context.getCurrentPage()?.pageSize.height ?? 0) - context.pageMargins.top - context.pageMargins.bottom;
};

const repeatedHeight = (writer: PageWriter): number => writer.repeatables.reduce((sum, { height }) => sum + height, 0);

const atTop = (writer: PageWriter): boolean => {
  const { y, pageMargins } = writer.context();
  return y <= pageMargins.top + repeatedHeight(writer) + 1;
};

/** Text in a column or in something that is laid out apart has no page of its own to begin. */
const flows = (writer: PageWriter): boolean => writer.transactionLevel === 0 && writer.context().snapshots.length === 0;

const startOfRow = (node: LaidTable, row: number, page: number): number => {
  const height = rowHeight(node, row);
  return height <= page * mostOfRow ? height : Math.min(height, leastOfRow);
};

const startOfTable = (node: LaidTable, width: number, page: number): number => {
  setTableWidths(node, width);
  const { heads = 0 } = node.table;
  const line = node._layout.hLineWidth(0, node);
  const head = heads === 0 ? 0 : line + rowHeight(node, 0);
  if (heads === 0 || head > page * mostOfHead) return line + startOfRow(node, 0, page);
  return head + (node.table.body.length > 1 ? startOfRow(node, 1, page - head) : 0);
};

/** How much of it stands at least where it begins. */
const startOf = (node: LaidNode, width: number, page: number): number => {
  const [left, top, right] = node._margin ?? [0, 0, 0];
  const inner = width - left - right;
  if (node.stack !== undefined) {
    const whole = node.together === true ? heightOf(node, width) : Infinity;
    return whole <= page * mostOfAnswer ? whole : top + startOfChain(node.stack, 0, inner, page);
  }
  if (isTable(node)) return top + startOfTable(node, inner, page);
  return node.text === undefined ? heightOf(node, width) : top + firstLines(node, inner);
};

/** The height of what leads, from one item of a stack on, and of the beginning of what it leads to. */
const startOfChain = (items: LaidNode[], from: number, width: number, page: number): number => {
  let height = 0;
  for (const item of items.slice(from, from + 8)) {
    if (item.leads !== true) return height + startOf(item, width, page);
    height += heightOf(item, width);
  }
  return height;
};

const beginPage = (writer: PageWriter, needed: number, page: number): boolean => {
  // What is higher than a page is broken in any case; it should not begin at the foot of one.
  const wanted = needed <= page ? needed : page / 4;
  if (wanted <= writer.context().availableHeight || atTop(writer)) return false;
  writer.moveToNextPage();
  return true;
};

const installStacks = (): void => {
  /** How many stacks are being placed, one inside the other; room for the beginning of an inner one was made by the outer one. */
  let depth = 0;
  layoutModule.default.prototype.processVerticalContainer = function (node) {
    let led = depth > 0;
    /** From this height on, what leads takes the room of what it leads to, which then looks for its own place. */
    let most = Infinity;
    for (const [at, item] of node.stack.entries()) {
      if (item.turns !== undefined) this.writer.moveToNextPage(item.turns);
      const { availableWidth } = this.writer.context();
      if (!led && flows(this.writer)) {
        const page = pageHeight(this.writer);
        const needed = startOfChain(node.stack, at, availableWidth, page);
        beginPage(this.writer, needed, page);
        led = true;
        most = needed <= page ? Infinity : page * mostOfLead;
      }
      led = led && item.leads === true && (most === Infinity || heightOf(item, availableWidth) < most);
      depth += 1;
      try {
        this.processNode(item);
      } finally {
        depth -= 1;
      }
      for (const position of item.positions) node.positions.push(position);
    }
  };
};

/** The space below a thing is left away at the foot of a page; pdfmake would begin a page for it, if need be an empty one. */
const installMargins = (): void => {
  const { prototype } = layoutModule.default;
  const { processNode } = prototype;
  prototype.processNode = function (node, ...given) {
    const margin = node._margin ?? [0, 0, 0, 0];
    const [left, top, right, bottom] = margin;
    if (bottom === 0) {
      processNode.call(this, node, ...given);
      return;
    }
    node._margin = [left, top, right, 0];
    processNode.call(this, node, ...given);
    node._margin = margin;
    const context = this.writer.context();
    context.moveDown(bottom > context.availableHeight ? Math.max(0, context.availableHeight) : bottom);
  };
};

const installTables = (): void => {
  const { prototype } = tableModule.default;
  const { beginTable, beginRow } = prototype;
  prototype.beginTable = function (writer) {
    const { table } = this.tableNode;
    setTableWidths(this.tableNode, writer.context().availableWidth);
    const repeats = (table.heads ?? 0) > 0 && rowHeight(this.tableNode, 0) <= pageHeight(writer) * mostOfHead;
    table.headerRows = repeats ? 1 : 0;
    beginTable.call(this, writer);
  };
  prototype.beginRow = function (row, writer) {
    if (flows(writer)) {
      const page = pageHeight(writer) - repeatedHeight(writer);
      const moved = beginPage(writer, startOfRow(this.tableNode, row, page), page);
      if (moved && row > 0 && this.headerRows === 0) this.drawHorizontalLine(row, writer);
    }
    beginRow.call(this, row, writer);
  };
};

/** Table heads met again on a later page are known as such. */
const installRepeatables = (): void => {
  const { prototype } = writerModule.default;
  const { currentBlockToRepeatable } = prototype;
  prototype.currentBlockToRepeatable = function () {
    const repeatable = currentBlockToRepeatable.call(this);
    const items = repeatable.items.map((entry) => {
      if (entry.type !== 'line') return entry;
      const line = entry.item.clone();
      line.repeated = true;
      return { type: entry.type, item: line };
    });
    return { ...repeatable, items };
  };
};

/** Makes pdfmake keep things together in this way, once per thread. */
export const installTogether = (): void => {
  installStacks();
  installMargins();
  installTables();
  installRepeatables();
};
