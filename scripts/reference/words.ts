/** docs/reference/words.md: every sentence that people can read, drawn from the code, in an order in which an editor can read them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parseJson } from '../../engine/json.ts';
import { sentencesOf } from './sentences.ts';

interface Part {
  heading: string;
  /** A file belongs to the first part that names it. */
  files: string[];
}

const root = join(import.meta.dirname, '../..');

const parts: readonly Part[] = [
  { heading: 'Start page, forms in progress and submitted forms', files: ['renderer/pages/forms/**'] },
  { heading: 'Signing in and registering', files: ['renderer/pages/account/**'] },
  { heading: 'My account', files: ['renderer/pages/person/**'] },
  { heading: 'Filling in a form', files: ['renderer/form/**', 'renderer/controls/**', 'renderer/print/**'] },
  { heading: 'Tasks', files: ['renderer/pages/tasks/**', 'engine/tasks/**'] },
  { heading: 'The council’s workspace', files: ['renderer/pages/council/**'] },
  { heading: 'Help, privacy, accessibility', files: ['renderer/pages/about/**'] },
  { heading: 'Around every page', files: ['renderer/**'] },
  {
    heading: 'Messages about answers',
    files: ['engine/answers/*.ts', 'engine/formats/**', 'engine/compile/**', 'engine/text/**'],
  },
  { heading: 'Emails', files: ['server/platform/mail/**', 'server/modules/drafts/notices/**'] },
  { heading: 'PDFs', files: ['engine/print/**', 'server/platform/pdf/*.ts'] },
  { heading: 'Problems', files: ['server/core/errors.ts', 'server/modules/**', 'server/platform/http/*.ts'] },
  { heading: 'Problems with documents', files: ['server/platform/attachments/**'] },
  { heading: 'The audit trail', files: ['server/platform/audit/**'] },
  {
    heading: 'Starting and running the service',
    files: ['server/**', 'scripts/bootstrap.mjs', 'scripts/ops/**', 'scripts/ops.ts', 'scripts/test.ts'],
  },
  {
    heading: 'For authors of forms',
    files: ['engine/definition/**', 'engine/answers/conditions/**', 'engine/versions/**', 'scripts/**'],
  },
];

/** What talks to machines or to those who program, invented people, and what only writes other pages of the documentation. */
const left = [
  '**/*.test.{ts,tsx}',
  'server/demonstration/**',
  'server/platform/{metrics,storage,tracing,pdf/letters}/**',
  'server/platform/http/{api-page,cookie,download,openapi,packed,security-headers}.ts',
  'server/platform/pdf/{document-definition,lines,metadata,pen-table,structure,table-block}.ts',
  'server/modules/**/routes*.ts',
  'scripts/{client,reference,screens}.ts',
  'scripts/{reference,forms/reference,preview/page}/**',
  'scripts/forms/{schema-tables,types}.ts',
];

const spelt = (text: string): string => text.replaceAll(/[\\`*_<[\]]/g, (sign) => `\\${sign}`);

const filesOf = (globs: string[], taken: Set<string>): string[] => {
  const files = globSync(globs, { cwd: root, exclude: left })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !taken.has(path))
    .sort();
  files.forEach((file) => taken.add(file));
  return files;
};

const partText = ({ heading, files }: Part, taken: Set<string>): string => {
  const written = filesOf(files, taken).flatMap((file) => {
    const sentences = sentencesOf(join(root, file));
    return sentences.length === 0 ? [] : [[`### ${file}`, sentences.map((each) => `- ${spelt(each)}`).join('\n')]];
  });
  return [`## ${heading}`, ...written.flat()].join('\n\n');
};

const wordsIn = (file: string): Record<string, string> => {
  const words = parseJson(readFileSync(join(root, file), 'utf8'));
  const entries = isObject(words) ? Object.entries(words) : [];
  return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])));
};

const onOneLine = (text = ''): string => spelt(text.replaceAll(/\s*\n\s*/g, ' '));

const languagesText = (table: (head: string[], rows: string[][]) => string): string => {
  const english = { ...wordsIn('renderer/parts/words.en.json'), ...wordsIn('renderer/form/words.en.json') };
  const polish = wordsIn('renderer/form/words.pl.json');
  const keys = [...new Set([...Object.keys(english), ...Object.keys(polish)])];
  return [
    '## Words around a form, in English and Polish',
    table(
      ['key', 'English', 'Polish'],
      keys.map((key) => [`\`${key}\``, onOneLine(english[key]), onOneLine(polish[key])]),
    ),
    '## Messages and paper in Polish',
    table(
      ['key', 'Polish'],
      Object.entries(wordsIn('engine/languages/pl.json')).map(([key, text]) => [`\`${key}\``, onOneLine(text)]),
    ),
  ].join('\n\n');
};

const intro =
  'What people can read besides the forms: pages, emails, PDFs, problems and the command line, by where it stands in the code. `{name}` is a value. The words of a form are in its own folder. Write as the GOV.UK style guide does; where the council’s guidance shows a word on its screens, that word stays exactly.';

/** The page, without its title. `table` draws a Markdown table. */
export const wordsDocument = (table: (head: string[], rows: string[][]) => string): string => {
  const taken = new Set<string>();
  return [intro, languagesText(table), ...parts.map((part) => partText(part, taken))].join('\n\n');
};
