/** What a reviewer is told of a branch, in a repository of its own. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newVersion } from './new-version.ts';
import { newForm } from './new.ts';
import { publish } from './publish.ts';
import { review } from './review.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-review-'));
const formsDir = join(folder, 'some', 'forms');
const out = join(folder, 'review');
const git = (...words: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
  });
const commit = (): void => {
  git('add', '-A');
  git('commit', '-q', '--no-gpg-sign', '-m', 'x');
};
let told: string[] = [];
const edit = (path: string, find: string, replace: string): void => {
  const file = join(formsDir, path);
  expect(readFileSync(file, 'utf8')).toContain(find);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(find, () => replace),
  );
};
const summary = (): string => readFileSync(join(out, 'summary.md'), 'utf8');

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void told.push(line));
});
beforeAll(() => {
  git('init', '-q', '-b', 'main');
  for (const id of ['river-trip', 'river-boat', 'river-swim']) newForm(formsDir, id);
  publish(formsDir, 'river-trip');
  writeFileSync(join(folder, '.gitignore'), 'review/\n');
  commit();
  git('switch', '-q', '-c', 'change');
});
afterEach(() => {
  told = [];
  rmSync(out, { recursive: true, force: true });
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing is told of a branch that changes no form', async () => {
  expect(await review(formsDir, { base: 'main', out })).toBe(true);
  expect(summary()).toContain('No form differs.');
});

test('a changed form, a new one and one changed in place are told in words and drawn', async () => {
  newVersion(formsDir, 'river-trip', 'compatible');
  edit('river-trip/1.1.0/schema.json', '"maxLength": 2000', '"maxLength": 1000');
  edit('river-boat/1.0.0/text.en.json', '"First name"', '"Given *name*"');
  newForm(formsDir, 'river-club');
  commit();
  expect(await review(formsDir, { base: 'main', out })).toBe(true);
  expect(summary()).toMatch(
    /## river-trip 1\.1\.0 \(from 1\.0\.0\)\n\n- \*\*breaking\*\*: .*What help does the child need/,
  );
  expect(summary()).toContain('By these changes the version is 2.0.0 or higher.');
  expect(summary()).toMatch(/## river-boat 1\.0\.0 \(changed in place\)\n\n- \*\*wording\*\*: .*Given \\\*name\\\*/);
  expect(summary()).toContain('## river-club 1.0.0 (new form)');
  expect(summary()).not.toContain('river-swim');
  for (const name of ['river-trip-before', 'river-trip-after', 'river-boat-before', 'river-club-after'])
    expect(readFileSync(join(out, `${name}.pdf`), 'latin1').slice(0, 5)).toBe('%PDF-');
  expect(existsSync(join(out, 'river-club-before.pdf'))).toBe(false);
});

test('what main did meanwhile is not the branch’s', async () => {
  git('switch', '-q', 'main');
  newForm(formsDir, 'river-race');
  commit();
  git('switch', '-q', 'change');
  expect(await review(formsDir, { base: 'main', out })).toBe(true);
  expect(summary()).not.toContain('river-race');
});

test('an error is told at its line, and fails', async () => {
  edit('river-club/1.0.0/ui.json', '#/properties/firstName', '#/properties/firstNam');
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  expect(await review(formsDir, { base: 'main', out })).toBe(false);
  expect(told.join('\n')).toMatch(
    /^::error file=.*river-club\/1\.0\.0\/ui\.json,line=\d+,col=\d+,title=scope-exists::/m,
  );
  expect(summary()).toContain('**The check finds errors.**');
  expect(summary()).toMatch(/- error: .*ui\.json:\d+ /);
  edit('river-club/1.0.0/ui.json', '#/properties/firstNam"', '#/properties/firstName"');
});

test('a published version that was changed, its lock and all, fails', async () => {
  const lock = join(formsDir, 'forms.lock');
  rmSync(lock);
  edit('river-trip/1.0.0/text.en.json', '"First name"', '"Given name"');
  rmSync(join(formsDir, 'river-trip', '1.1.0'), { recursive: true });
  publish(formsDir, 'river-trip');
  expect(await review(formsDir, { base: 'main', out })).toBe(false);
  expect(summary()).toContain('these did: river-trip 1.0.0');
});

test('a form that is taken away is named', async () => {
  git('checkout', '-q', '--', '.');
  rmSync(join(formsDir, 'river-swim'), { recursive: true });
  await review(formsDir, { base: 'main', out });
  expect(summary()).toContain('Taken away: river-swim.');
});

test('a base that is not known is named', async () => {
  await expect(review(formsDir, { base: 'nowhere', out })).rejects.toThrow('“nowhere”');
});
