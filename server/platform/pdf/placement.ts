/**
 * On which page each element of the structure tree came to stand. pdfmake tells the places of its own nodes, but those of table rows and
 * of whatever is kept together as they were before these moved to the next page; the lines on the pages are where they are.
 */
import layoutModule, { type LaidOut } from 'pdfmake/js/LayoutBuilder.js';

/** By number of the element, the number of the first page on which it has a line; of the last layout in this thread. */
export type Placement = ReadonlyMap<number, number>;

let last: Placement = new Map();

const placementOf = ({ pages }: LaidOut): Placement => {
  const found = new Map<number, number>();
  pages.forEach(({ items }, page) => {
    for (const { type, item } of items) {
      const tag = type === 'line' ? item.inlines?.find((inline) => inline.tag !== undefined)?.tag : undefined;
      if (tag !== undefined && !found.has(tag)) found.set(tag, page);
    }
  });
  return found;
};

/** Makes pdfmake's layout remember where things stand, once per thread. */
export const installPlacement = (): void => {
  const { prototype } = layoutModule.default;
  const { tryLayoutDocument } = prototype;
  prototype.tryLayoutDocument = function (...given) {
    const laidOut = tryLayoutDocument.apply(this, given);
    last = placementOf(laidOut);
    return laidOut;
  };
};

export const lastPlacement = (): Placement => last;
