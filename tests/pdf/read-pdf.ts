/** What other programs read in a PDF: its words with their places, and its structure tree. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { lettersOf } from './expected.ts';
import { structureTexts } from './structure-tree.ts';

const start = promisify(execFile);

export interface Word {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Page {
  width: number;
  height: number;
  /** In the order in which they are drawn. */
  words: Word[];
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
const number = (text: string | undefined): number => Number(text ?? NaN);

const wordLine =
  /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>|<page width="([\d.]+)" height="([\d.]+)">/;

export const readPages = async (file: string): Promise<Page[]> => {
  const pages: Page[] = [];
  const { stdout } = await start('pdftotext', ['-raw', '-bbox', file, '-'], { maxBuffer: 64 * 1024 * 1024 });
  for (const line of stdout.split('\n')) {
    const [found, left, top, right, bottom, text = '', width, height] = wordLine.exec(line) ?? [];
    if (found === undefined) continue;
    if (width !== undefined) pages.push({ width: number(width), height: number(height), words: [] });
    else
      pages.at(-1)?.words.push({
        text: text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity),
        left: number(left),
        top: number(top),
        right: number(right),
        bottom: number(bottom),
      });
  }
  return pages;
};

/** The letters of the structure tree, in its order. */
export const readStructure = async (file: string): Promise<string> =>
  structureTexts(await readFile(file))
    .map(lettersOf)
    .join('');
