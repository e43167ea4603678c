/** Every link of the documents leads to a file, a folder or a heading that is there. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/tools.ts';

const documents = run('git', ['ls-files', '*.md', '**/*.md'])
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

/** The text without what is shown as code, in which nothing is a link. */
const prose = (path: string): string =>
  readFileSync(path, 'utf8')
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/^( {4}|\t).*$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '')
    // A sign behind a backslash is a sign.
    .replaceAll(/\\./g, '');

/** The anchors that GitHub and GitLab give to the headings of a document. */
const anchors = (path: string): Set<string> => {
  const found = new Map<string, number>();
  const all = new Set<string>();
  const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
  for (const [, heading = ''] of text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
    const before = found.get(slug) ?? 0;
    found.set(slug, before + 1);
    all.add(before === 0 ? slug : `${slug}-${before}`);
  }
  for (const [, name = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) all.add(name);
  return all;
};

const linksOf = (path: string): string[] => [
  ...[...prose(path).matchAll(/\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, link = '']) => link),
  ...[...prose(path).matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, link = '']) => link),
];

/** What is wrong with a link of a document; nothing when it leads where it says. */
const faultOf = (path: string, link: string): string | undefined => {
  if (/^(https?:|mailto:)/.test(link)) return URL.canParse(link) ? undefined : 'is no address';
  // Of forms, whose addresses the council sets; what a name means is checked with the form.
  if (link.startsWith('setting:')) return undefined;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
  if (target.startsWith('..')) return 'leads out of the project';
  if (!existsSync(target)) return 'leads to nothing';
  if (anchor === undefined) return undefined;
  if (statSync(target).isDirectory() || !target.endsWith('.md')) return 'has an anchor in what has no headings';
  return anchors(target).has(anchor) ? undefined : 'names a heading that is not there';
};

test('every link of every document leads to what is there', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/authoring/README.md']));
  const faults = documents.flatMap((path) =>
    linksOf(path).flatMap((link) => {
      const fault = faultOf(path, link);
      return fault === undefined ? [] : [`${path}: ${link} ${fault}`];
    }),
  );
  expect(faults).toEqual([]);
});
