import { toPointer } from '../../../../json.ts';
import type { FormPackage } from '../../../package/package.ts';
import type { Finding } from '../../problem.ts';

/** What is wrong with a text, in words: nothing, one thing or several. */
type Faults = (text: string, key: string) => string | readonly string[] | undefined;

/** What a rule finds in each text by itself, at its key in the file of its language. */
export const inEveryText = (texts: FormPackage['texts'], faults: Faults): Finding[] =>
  Object.entries(texts).flatMap(([language, flat]) =>
    Object.entries(flat).flatMap(([key, text]) =>
      [faults(text, key) ?? []].flat().map((message) => ({
        file: `text.${language}.json`,
        pointer: toPointer([key]),
        message,
      })),
    ),
  );
