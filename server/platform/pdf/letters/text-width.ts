/** How wide texts are once they are shaped, in sizes of type: times the size of the letters it is points. */
import type { Weight } from './faces.ts';
import { face } from './fonts.ts';
import { runsOf, type Run } from './runs.ts';

const widthOfPiece = (text: string, { font, fontFeatures }: Run, weight: Weight): number => {
  const { clusters, font: file } = face(font, weight);
  return (
    clusters(text, fontFeatures?.rightToLeft ?? false).reduce((sum, { advance }) => sum + advance, 0) / file.unitsPerEm
  );
};

/** Of a text on one line. */
export const widthOf = (text: string, weight: Weight = 'normal'): number =>
  runsOf(text).reduce((sum, run) => sum + widthOfPiece(run.text, run, weight), 0);

export interface Extent {
  /** Of the widest word. */
  word: number;
  whole: number;
}

/** Where a line may end. */
const between = /(?<=[\s\u200b])|(?=[\s\u200b])/u;

/** Of a text and of its widest word, neither further than asked for: what is longer need not be looked at. */
export const extentOf = (text: string, most: Extent, weight: Weight = 'normal'): Extent => {
  let [word, widest, whole] = [0, 0, 0];
  for (const run of runsOf(text))
    for (const piece of run.text.split(between)) {
      const width = widthOfPiece(piece, run, weight);
      word = /^[\s\u200b]/u.test(piece) ? 0 : word + width;
      widest = Math.max(widest, word);
      whole += width;
      if (widest >= most.word) return most;
    }
  return { word: widest, whole: Math.min(whole, most.whole) };
};
