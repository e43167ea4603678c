/**
 * Writes the reference pages that follow from the code and from the council's data: problems, settings, tasks, clocks, and every sentence that
 * people read. `node scripts/reference.ts`; a test fails
 * while a page differs from its table.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../server/core/config.ts';
import { problemKinds } from '../server/core/errors.ts';
import { clocksDocument } from './reference/clocks.ts';
import { taskTableDocument } from './reference/tasks.ts';
import { wordsDocument } from './reference/words.ts';

const madeFromData = '<!-- Made by `node scripts/reference.ts`; change council/case.json instead. -->';
const made = '<!-- Made by `node scripts/reference.ts`; change the table in the code instead. -->';
const madeFromCode = '<!-- Made by `node scripts/reference.ts`; change the words in the code instead. -->';
const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

const problemsPage = (): string => {
  const rows = Object.entries(problemKinds).map(([code, { status, title, detail, next }]) => [
    `\`${code}\``,
    String(status),
    title,
    detail,
    next,
  ]);
  const intro =
    'Every refusal is a document of type `application/problem+json` (RFC 9457). Its `code` is one of these and never changes its meaning; `detail` says what happened and what to do, `errors` names fields, `instance` names the request.';
  return ['# Problems', made, intro, table(['code', 'status', 'title', 'what happened', 'what to do'], rows), ''].join(
    '\n\n',
  );
};

const settingsPage = (): string => {
  const rows = Object.entries(settings).map(([name, { env, doc, default: fallback }]) => [
    `\`${env}\``,
    `\`${name}\``,
    typeof fallback === 'object' ? JSON.stringify(fallback) : String(fallback),
    doc,
  ]);
  const intro =
    'Each setting is an environment variable, or stands under its name in `settings.json` in the council’s folder; the environment wins. A variable with `_FILE` behind its name says which file holds the value, so that no secret stands in an environment. All faults are told at once at start.';
  return [
    '# Settings',
    made,
    intro,
    table(['variable', 'name in settings.json', 'default', 'what it is for'], rows),
    '',
  ].join('\n\n');
};

/** The pages by file name in `docs/reference/`. */
export const referencePages = (): Record<string, string> => ({
  'problems.md': problemsPage(),
  'settings.md': settingsPage(),
  'clocks.md': ['# Clocks', madeFromData, clocksDocument(table), ''].join('\n\n'),
  'tasks.md': ['# Tasks', made, taskTableDocument(table), ''].join('\n\n'),
  'words.md': ['# Words', madeFromCode, wordsDocument(table), ''].join('\n\n'),
});

if (import.meta.main)
  for (const [name, text] of Object.entries(referencePages()))
    writeFileSync(join(import.meta.dirname, '../docs/reference', name), text);
