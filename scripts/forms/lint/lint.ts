/** `lint`: fixes what can be fixed without changing what a form means. A published version is never touched. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import pico from 'picocolors';
import { format, resolveConfig } from 'prettier';
import { fromPointer } from '../../../engine/json.ts';
import { problemsIn } from '../check.ts';
import { compiled } from '../compiled.ts';
import { readLock } from '../lock.ts';
import { applyFixes, dropTexts, nameSchema, orderTexts, sortRequired, treeOf, trimTexts, type Fix } from './fix.ts';
import { schemaPath } from '../new.ts';
import { readPackages, type Package } from '../packages.ts';
import { textOrder } from './text-order.ts';

export interface Linting {
  fix?: boolean;
  /** Takes texts out that nothing names; only while fixing. */
  unused?: boolean;
}

const schemaNames: Readonly<Record<string, string>> = {
  'form.json': 'manifest.schema.json',
  'ui.json': 'ui.schema.json',
  'checks.json': 'checks.schema.json',
  'migrate.json': 'migrate.schema.json',
};

const jsonSchema = 'https://json-schema.org/draft/2020-12/schema';

/** Written as the repository writes all JSON. */
const tidied = async (text: string): Promise<string> => {
  const path = join(import.meta.dirname, '../../..', 'forms', 'form.json');
  return await format(text, { ...(await resolveConfig(path)), parser: 'json' });
};

const ofSchema = (path: string, file: string): Fix[] => {
  const name = path.startsWith('examples/') ? 'example.schema.json' : schemaNames[path];
  if (path === 'schema.json') return [nameSchema(jsonSchema), sortRequired];
  return name === undefined ? [] : [nameSchema(schemaPath(dirname(file), name))];
};

/** How the texts of a form stand in order; not at all as long as the form cannot be read. */
const orderOf = (pack: Package): Fix[] => {
  try {
    const form = compiled(pack);
    return [orderTexts((keys) => textOrder(form, keys))];
  } catch {
    return [];
  }
};

const unusedIn = (formsDir: string, pack: Package, path: string): string[] =>
  problemsIn(formsDir, pack)
    .filter(({ rule, file }) => rule === 'text-unused' && file === path)
    .flatMap(({ pointer }) => fromPointer(pointer));

interface Job {
  file: string;
  text: string;
  fixes: Fix[];
}

const jobsOf = (formsDir: string, pack: Package, unused: boolean): Job[] =>
  Object.entries(pack.files)
    .filter(([path]) => !path.startsWith('shared/'))
    .map(([path, text]) => {
      const file = join(pack.folder, path);
      const texts = /^text\..*\.json$/.test(path)
        ? [trimTexts, ...(unused ? [dropTexts(unusedIn(formsDir, pack, path))] : []), ...orderOf(pack)]
        : [];
      return { file, text, fixes: [...ofSchema(path, file), ...texts] };
    });

const blockJobs = (formsDir: string): Job[] => {
  const folder = join(formsDir, 'shared');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      file: join(folder, name),
      text: readFileSync(join(folder, name), 'utf8'),
      fixes: [nameSchema(schemaPath(folder, 'block.schema.json'))],
    }));
};

/** Prints what it fixed, or what it would fix; true when there is nothing left to do. */
export const lint = async (
  formsDir: string,
  names: readonly string[],
  { fix = false, unused = false }: Linting = {},
): Promise<boolean> => {
  const lock = readLock(formsDir);
  const packages = readPackages(formsDir, names).filter(({ form, version }) => lock[form]?.[version] === undefined);
  const jobs = [
    ...packages.flatMap((pack) => jobsOf(formsDir, pack, fix && unused)),
    ...(names.length > 0 ? [] : blockJobs(formsDir)),
  ];
  let left = 0;
  for (const { file, text, fixes } of jobs) {
    const path = pico.bold(relative(process.cwd(), file));
    if (treeOf(text) === undefined) {
      console.log(
        `${path} ${pico.red('is left alone: it is no JSON, or names something twice')} (npm run forms -- check)`,
      );
      left += 1;
      continue;
    }
    const { text: fixed, done } = applyFixes(text, fixes);
    const tidy = await tidied(fixed);
    if (tidy === text) continue;
    const words = done.length > 0 ? done.join('; ') : 'layout';
    console.log(`${path} ${fix ? pico.green(`fixed: ${words}`) : pico.yellow(`can be fixed: ${words}`)}`);
    if (fix) writeFileSync(file, tidy);
    else left += 1;
  }
  if (left === 0) console.log(pico.green(`${packages.length} unpublished: nothing ${fix ? 'left ' : ''}to fix`));
  else if (!fix) console.log('To fix it: npm run forms -- lint --fix');
  return left === 0;
};
