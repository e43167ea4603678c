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

/** Such beginnings of the pieces that together they are the text, or nothing. */
const split = (pieces: string[], text: string): number[] | undefined => {
  const dead = new Set<string>();
  const from = (piece: number, at: number): number[] | undefined => {
    if (piece === pieces.length) return at === text.length ? [] : undefined;
    const key = `${piece} ${at}`;
    if (dead.has(key)) return undefined;
    const whole = pieces[piece] ?? '';
    let fit = 0;
    while (fit < whole.length && whole[fit] === text[at + fit]) fit += 1;
    for (; fit >= 0; fit -= 1) {
      const rest = from(piece + 1, at + fit);
      if (rest !== undefined) return [fit, ...rest];
    }
    dead.add(key);
    return undefined;
  };
  return from(0, 0);
};

/** Follows the groups through the pages: each letter where the reader comes to it, cells that go on overleaf in their own order. */
const inOrder = (groups: Group[], pages: string[], faults: string[]): void => {
  let [page, at] = [0, 0];
  let led: { page: number; text: string } | undefined;
  for (const { cells, head = '', leads = false } of groups) {
    let rest = cells;
    let begun = false;
    for (;;) {
      const text = (pages[page] ?? '').slice(at);
      const all = rest.join('');
      if (!begun && text !== '' && all !== '') {
        begun = true;
        if (led !== undefined && led.page !== page) faults.push(`page ${led.page + 1} ends with ${led.text}`);
      }
      if (text.startsWith(all)) {
        at += all.length;
        break;
      }
      const taken = split(rest, text);
      if (taken === undefined || page + 1 >= pages.length) {
        faults.push(
          `page ${page + 1} has ${near(text, 0)} for ${JSON.stringify(rest.map((cell) => cell.slice(0, 40)))}`,
        );
        return;
      }
      rest = rest.map((cell, which) => cell.slice(taken[which]));
      page += 1;
      at = head !== '' && (pages[page] ?? '').startsWith(head) ? head.length : 0;
    }
    const short = leads && cells.join('').length < 200;
    led = short ? { page, text: JSON.stringify(cells.join('').slice(0, 40)) } : undefined;
  }
  const more = (pages[page] ?? '').slice(at);
  if (more !== '') faults.push(`page ${page + 1} goes on with ${near(more, 0)}`);
  else if (page !== pages.length - 1) faults.push(`page ${page + 2} is empty`);
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

/** Letters of some scripts reach into the room of their neighbours. */
const reaching = /[^\u0000-\u024f\u2000-\u206f]/;

const over = (one: Word, other: Word): boolean => {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > (reaching.test(one.text + other.text) ? (one.bottom - one.top) / 3 : 0.5) && down > 1.5;
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
