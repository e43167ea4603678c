/** Follows docs/authoring/tutorial.md to the letter: its commands, its changes to files, and what it says they print. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 300_000 });

const repository = join(import.meta.dirname, '..', '..');
const tutorial = readFileSync(join(repository, 'docs', 'authoring', 'tutorial.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'formwork-tutorial-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'forms'));

/** The words of a command as a shell would split them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const run = (line: string): { printed: string; failed: boolean } => {
  const [, verb = ''] = /^npm run forms -- (.*)$/.exec(line) ?? [];
  const words = [join(repository, 'scripts', 'forms.ts'), ...wordsOf(verb)];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { printed: stdout + stderr, failed: status !== 0 };
};

/** Lines are indented as the place where they go is. */
const indented = (text: string, found: string, where: string): string => {
  const line = where.slice(where.lastIndexOf('\n', where.indexOf(found)) + 1);
  const space = /^ */.exec(line)?.[0] ?? '';
  return text.replaceAll('\n', `\n${space}`);
};

const changed = (whole: string, found: string, how: string, text: string): string => {
  expect(whole.split(found)).toHaveLength(2);
  const put = indented(text, found, whole);
  if (how === 'instead') return whole.replace(found, () => put);
  const pair = how === 'above' ? `${put}\n${found}` : `${found}\n${put}`;
  return whole.replace(found, () => pair);
};

test('whoever follows the tutorial has a form that is published', () => {
  let printed = '';
  let found = '';
  const done: string[] = [];
  for (const [, info = '', text = ''] of tutorial.matchAll(/^```(.*)\n([\s\S]*?)\n```$/gm)) {
    const [language = '', file = '', how = ''] = info.split(' ');
    if (language === 'text') {
      for (const line of text.split('\n')) expect(printed).toContain(line);
    } else if (language === 'json' && how === 'find') {
      found = text;
    } else if (language === 'json') {
      const path = join(folder, 'forms', 'school-trip', '1.0.0', file);
      writeFileSync(path, changed(readFileSync(path, 'utf8'), found, how, text));
    } else {
      printed = '';
      // Installing and looking are done elsewhere.
      for (const line of text.split('\n').filter((each) => !/^npm ci$| preview /.test(each))) {
        const result = run(line);
        printed += result.printed;
        expect(`${line} ${result.failed ? 'fails' : 'works'}\n${result.printed}`).toContain(
          `${line} ${file === 'fails' ? 'fails' : 'works'}`,
        );
        done.push(line.split(' ')[4] ?? '');
      }
    }
  }
  expect(new Set(done)).toEqual(new Set(['new', 'check', 'try', 'render', 'lint', 'publish', 'new-version', 'diff']));
  expect(JSON.parse(readFileSync(join(folder, 'forms', 'forms.lock'), 'utf8'))).toHaveProperty([
    'school-trip',
    '1.0.0',
  ]);
});
