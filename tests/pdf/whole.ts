/** Says what is wrong with a PDF of a document: what is missing, stands twice, in another order, outside its page or over something else. */
import type { PrintDocument } from '../../engine/index.ts';
import { expected, lettersOf, type Group } from './expected.ts';
import { readPages, readStructure, type Page, type Word } from './read-pdf.ts';

const near = (text: string, at: number): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 60));

/** How the parts were drawn, from the structure tree, which must hold every letter once. */
const drawnAs = (document: PrintDocument, tree: string, faults: string[]): Group[] => {
  let at = 0;
  const drawn = expected(document).flatMap((part) => {
    const textOf = (groups: Group[]): string => groups.flatMap(({ cells }) => cells).join('');
    const found = part.find((groups) => tree.startsWith(textOf(groups), at));
    if (found === undefined && faults.length === 0)
      faults.push(`the structure tree has ${near(tree, at)} for ${JSON.stringify(textOf(part[0] ?? []).slice(0, 60))}`);
    at += textOf(found ?? []).length;
    return found ?? [];
  });
  if (at < tree.length && faults.length === 0) faults.push(`the structure tree ends in ${near(tree, at)}`);
  return drawn;
};

/** Such beginnings of the pieces that together they are the text, longest first. */
const splits = function* (pieces: string[], text: string): Generator<number[]> {
  const dead = new Set<string>();
  const from = function* (piece: number, at: number): Generator<number[]> {
    if (piece === pieces.length) {
      if (at === text.length) yield [];
      return;
    }
    const key = `${piece} ${at}`;
    if (dead.has(key)) return;
    const whole = pieces[piece] ?? '';
    let fit = 0;
    while (fit < whole.length && whole[fit] === text[at + fit]) fit += 1;
    let found = false;
    for (; fit >= 0; fit -= 1)
      for (const rest of from(piece + 1, at + fit)) {
        found = true;
        yield [fit, ...rest];
      }
    if (!found) dead.add(key);
  };
  yield* from(0, 0);
};

interface Place {
  page: number;
  at: number;
}

/** Letters that come again can be read in more ways than anybody needs to try. */
const mostTries = 20_000;

/** Follows the cells of a group from a place on; gives where they end, or says where they cannot be followed. */
const endOf = ({ cells, head = '' }: Group, start: Place, pages: string[]): Place | string => {
  let tries = 0;
  let furthest = { page: -1, fault: '' };
  const from = (rest: string[], { page, at }: Place): Place | undefined => {
    const text = (pages[page] ?? '').slice(at);
    const all = rest.join('');
    if (text.startsWith(all)) return { page, at: at + all.length };
    if (page + 1 < pages.length) {
      const next = { page: page + 1, at: head !== '' && (pages[page + 1] ?? '').startsWith(head) ? head.length : 0 };
      for (const taken of splits(rest, text)) {
        const end = from(
          rest.map((cell, which) => cell.slice(taken[which])),
          next,
        );
        if (end !== undefined) return end;
        if ((tries += 1) > mostTries) break;
      }
    }
    if (page > furthest.page) {
      const wanted = JSON.stringify(rest.map((cell) => cell.slice(0, 40)));
      furthest = { page, fault: `page ${page + 1} has ${near(text, 0)} for ${wanted}` };
    }
    return undefined;
  };
  return from(cells, start) ?? furthest.fault;
};

/** Follows the groups through the pages: each letter where the reader comes to it, cells that go on overleaf in their own order. */
const inOrder = (groups: Group[], pages: string[], faults: string[]): void => {
  let place: Place = { page: 0, at: 0 };
  let led: { page: number; text: string } | undefined;
  for (const group of groups) {
    const words = group.cells.join('');
    const atEnd = (pages[place.page] ?? '').length === place.at;
    const begins = place.page + (atEnd ? 1 : 0);
    if (words !== '' && led !== undefined && led.page !== begins)
      faults.push(`page ${led.page + 1} ends with ${led.text}`);
    const end = endOf(group, place, pages);
    if (typeof end === 'string') {
      faults.push(end);
      return;
    }
    place = end;
    const short = group.leads === true && words.length < 200;
    led = short ? { page: place.page, text: JSON.stringify(words.slice(0, 40)) } : undefined;
  }
  const more = (pages[place.page] ?? '').slice(place.at);
  if (more !== '') faults.push(`page ${place.page + 1} goes on with ${near(more, 0)}`);
  else if (place.page !== pages.length - 1) faults.push(`page ${place.page + 2} is empty`);
};

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

const counted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFD').match(/[\p{L}\p{N}]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/**
 * Whether every letter is there. `pdftotext` reads a line with words from the right by a rule of its own, so that their order on the page
 * says nothing; that in the structure tree does.
 */
const allThere = (groups: Group[], pages: string[], faults: string[]): void => {
  const found = counted(pages.join(''));
  for (const [letter, count] of counted(groups.flatMap(({ cells }) => cells).join('')))
    if ((found.get(letter) ?? 0) < count)
      faults.push(`${letter} is ${found.get(letter) ?? 0} times on paper, not ${count}`);
};

/** The least distance from the edge of a page. */
const edge = 47.5;

const outside = ({ width, height }: Page, { left, right, top, bottom }: Word): boolean =>
  left < edge || right > width - edge || top < 20 || bottom > height - 2;

/** Letters of some scripts reach into the room of their neighbours; in all, pairs such as “Të” are set closer. Shares of their height. */
const reaching = /[^\u0000-\u024f\u2000-\u206f]/;
const reach = { far: 1 / 3, close: 1 / 12 };

const over = (one: Word, other: Word): boolean => {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const share = reaching.test(one.text + other.text) ? reach.far : reach.close;
  return across > (one.bottom - one.top) * share && down > 1.5;
};

const overlapping = (words: Word[]): [Word, Word] | undefined => {
  const sorted = [...words].sort((one, other) => one.top - other.top);
  for (const [at, word] of sorted.entries())
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.top >= word.bottom) break;
      if (over(word, other)) return [word, other];
    }
  return undefined;
};

/** The head, which is drawn after the page's own words, begins at the very top. */
const headTop = 30;

export const faultsOf = async (document: PrintDocument, file: string): Promise<string[]> => {
  const faults: string[] = [];
  const pages = await readPages(file);
  const own = pages.map((page, number) => {
    const misplaced = page.words.find((word) => outside(page, word));
    if (misplaced !== undefined) faults.push(`page ${number + 1}: ${JSON.stringify(misplaced)} is outside`);
    const pair = overlapping(page.words);
    if (pair !== undefined) faults.push(`page ${number + 1}: ${JSON.stringify(pair)} are over each other`);
    const head = page.words.findIndex(({ top }) => top < headTop);
    return lettersOf(
      page.words
        .slice(0, head)
        .map(({ text }) => text)
        .join(''),
    );
  });
  const drawn = drawnAs(document, await readStructure(file), faults);
  if (fromTheRight.test(JSON.stringify(document))) allThere(drawn, own, faults);
  else inOrder(drawn, own, faults);
  return faults;
};
