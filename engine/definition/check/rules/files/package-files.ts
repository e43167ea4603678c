import { requiredFiles } from '../../../package/package.ts';
import { didYouMean } from '../../../model/nearest.ts';
import type { Rule } from '../rule.ts';

export const packageFiles: Rule = {
  id: 'package-files',
  severity: 'error',
  about:
    'A version’s folder holds form.json, schema.json, ui.json, checks.json, text.en.json, further text.<language>.json files, migrate.json, ' +
    'examples/*.json, frozen blocks in shared/, and nothing else: a file that is not read would look as if it mattered.',
  hint: 'Add the missing file, or rename or remove the one that does not belong here.',
  wrong: 'form.json  schema.json  ui.json  checks.json  texts.json',
  right: 'form.json  schema.json  ui.json  checks.json  text.en.json',
  check: ({ sources, strangers }) => [
    ...requiredFiles
      .filter((file) => !sources.has(file))
      .map((file) => ({ file, pointer: '', message: `The file ${file} is missing.` })),
    ...strangers.map((file) => ({
      file,
      pointer: '',
      message: file.startsWith('examples/')
        ? `${file} is not read: the name of an example ends with .json, in the folder examples itself.`
        : `A package has no file ${file}.${didYouMean(file, requiredFiles)}`,
    })),
  ],
};
