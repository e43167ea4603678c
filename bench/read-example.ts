/** A whole form of the repository, every question answered, as it is printed. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compileValidators, parse } from '../engine/author.ts';
import { compile, printDocument, type Example, type PrintDocument } from '../engine/index.ts';
import { readPackages } from '../server/modules/catalogue/packages.ts';

const forms = join(import.meta.dirname, '..', 'forms');

const isExample = (value: unknown): value is Example =>
  typeof value === 'object' && value !== null && 'answers' in value;

/** Every accepted example called `full`, drawn. */
const drawnExamples = async (): Promise<PrintDocument[]> => {
  const drawn: PrintDocument[] = [];
  for (const { form, version, files } of await readPackages(forms)) {
    const parsed = parse(files);
    if (!('definition' in parsed)) continue;
    const compiled = compile(parsed.definition, compileValidators(parsed.definition));
    const folder = join(forms, form, version, 'examples');
    for (const name of (await readdir(folder)).filter((each) => each === 'full.json')) {
      const example: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
      if (!isExample(example) || example.expect.outcome !== 'accepted') continue;
      const context = { today: example.today, values: example.context ?? {} };
      drawn.push(
        printDocument(compiled, example.answers, context, {
          status: 'submitted',
          copy: 'council',
          timeZone: 'Europe/London',
          reference: 'FW-0000-0000',
          submittedAt: `${example.today}T12:00:00Z`,
        }),
      );
    }
  }
  return drawn;
};

export const readExample = async (): Promise<PrintDocument> => {
  const examples = await drawnExamples();
  const longest = examples.sort((left, right) => JSON.stringify(right).length - JSON.stringify(left).length)[0];
  if (longest === undefined) throw new Error('No form has an accepted example called full');
  return longest;
};
