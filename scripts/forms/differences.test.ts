/** What `diff` says of copies: nothing, however their files are laid out. And what `publish` says of warnings. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { isObject, type JsonValue } from '../../engine/json.ts';
import { problemsIn } from './check.ts';
import { compare } from './differences.ts';
import { newForm } from './new.ts';
import { newVersion } from './new-version.ts';
import { readPackage, readPackages, type Package } from './packages.ts';
import { publish } from './publish.ts';

const forms = join(import.meta.dirname, '../../forms');
const folder = mkdtempSync(join(tmpdir(), 'formwork-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

const said = (): string[] => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  return lines;
};

/** The same members the other way round, but for the order of questions. */
const turned = (value: JsonValue, name = ''): JsonValue => {
  if (Array.isArray(value)) return value.map((entry) => turned(entry));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, entry]): [string, JsonValue] => [key, turned(entry, key)]);
  return Object.fromEntries(name === 'properties' ? members : members.reverse());
};

const layouts: Record<string, (text: string) => string> = {
  'as it was': (text) => text,
  'without white space': (text) => JSON.stringify(JSON.parse(text)),
  'indented otherwise': (text) => JSON.stringify(JSON.parse(text), null, 7),
  'with its members the other way round': (text) => JSON.stringify(turned(JSON.parse(text) as JsonValue), null, 2),
};

const copyOf = (pack: Package, layout: (text: string) => string): Package => {
  const own = Object.entries(pack.files).filter(([path]) => path !== 'migrate.json');
  const files = Object.fromEntries(own.map(([path, text]) => [path, layout(text)]));
  const manifest: unknown = JSON.parse(files['form.json'] ?? '');
  files['form.json'] = JSON.stringify({ ...Object(manifest), version: '9.0.0' });
  return { ...pack, version: '9.0.0', files };
};

const packages = readPackages(forms);

test.each(packages)('a copy of $form $version does not differ from it, however it is laid out', (pack) => {
  for (const [name, layout] of Object.entries(layouts))
    expect([name, compare(pack, copyOf(pack, layout)).changes]).toEqual([name, []]);
});

test('a new version that nobody has touched differs in nothing', () => {
  newForm(folder, 'river-boat');
  newVersion(folder, 'river-boat', 'compatible');
  const [before, after] = readPackages(folder, ['river-boat']);
  if (before === undefined || after === undefined) throw new Error('There are not two versions');
  expect(compare(before, after).changes).toEqual([]);
});

test('what does differ is still told: a word, a setting, the order of questions', () => {
  const [pack] = packages;
  if (pack === undefined) throw new Error('There are no forms');
  const with_ = (path: string, change: (text: string) => string): Package => {
    const copy = copyOf(pack, (text) => text);
    return { ...copy, files: { ...copy.files, [path]: change(copy.files[path] ?? '') } };
  };
  const words = (after: Package) => compare(pack, after).changes.map(({ words: each }) => each);
  expect(words(with_('text.en.json', (text) => text.replace(/("form\.summary": ")/, '$1Now: ')))).toEqual([
    expect.stringMatching(/^The form’s summary says “Now: .+” in place of “.+”$/),
  ]);
  expect(words(with_('form.json', (text) => text.replace(/"draftDays":\s*\d+/, '"draftDays":3')))).toEqual([
    'Settings of the form changed: retention',
  ]);
});

test('publish says how many warnings it passes, and where they are told', () => {
  newForm(folder, 'river-swim');
  const file = join(readPackage(folder, 'river-swim').folder, 'text.en.json');
  const texts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...Object(texts), 'nobody.label': 'One', 'nowhere.label': 'Two' }));
  const warnings = problemsIn(folder, readPackage(folder, 'river-swim'));
  expect(warnings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  const lines = said();
  expect(publish(folder, 'river-swim')).toBe(true);
  expect(lines.join('\n')).toMatch(/published with 2 warnings of the check: npm run forms -- check river-swim/);
  lines.length = 0;
  newForm(folder, 'river-walk');
  expect(publish(folder, 'river-walk')).toBe(true);
  expect(lines.join('\n')).not.toContain('warning');
});
