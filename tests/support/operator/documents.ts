/** The commands in the documents for operators, as they stand there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../docs/operating');

/** What stands under a heading of a page, up to the next heading of its kind or above. */
const sectionOf = (page: string, heading: string): string => {
  const lines = readFileSync(join(folder, page), 'utf8').split('\n');
  let code = false;
  const headings = lines.flatMap((line, at) => {
    if (line.trim().startsWith('```')) code = !code;
    const [, marks = '', words = ''] = code ? [] : (/^(#+) (.*)$/.exec(line) ?? []);
    return marks === '' ? [] : [{ at, depth: marks.length, words }];
  });
  const first = headings.find(({ words }) => words === heading);
  if (first === undefined) throw new Error(`${page} has no heading “${heading}”`);
  const next = headings.find(({ at, depth }) => at > first.at && depth <= first.depth);
  return lines.slice(first.at, next?.at).join('\n');
};

const unindented = (code: string): string => {
  const indent = /^ */.exec(code)?.[0] ?? '';
  return code.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
};

/**
 * The blocks of commands under a heading, in their order. `having`: only those in which each of these words stands.
 * @throws where there are none.
 */
export const commandsIn = (page: string, heading: string, ...having: string[]): string[] => {
  const blocks = [...sectionOf(page, heading).matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)]
    .map(([, code = '']) => unindented(code))
    .filter((code) => having.every((word) => code.includes(word)));
  if (blocks.length === 0) throw new Error(`${page} has no such commands under “${heading}”: ${having.join(', ')}`);
  return blocks;
};

/** What the installing page says to write instead of `npm run ops --` where the service runs in this way. */
export const opsIn = (way: string): string => {
  const page = readFileSync(join(folder, 'install.md'), 'utf8');
  const command = new RegExp(`^\\| ${way} +\\| \`(.*?)\` +\\|$`, 'm').exec(page)?.[1];
  if (command === undefined) throw new Error(`install.md does not say how commands are run with ${way}`);
  return command;
};
