/** `rules`: docs/authoring/rules.md, written from the rules themselves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../engine/author.ts';

const path = join(import.meta.dirname, '../../..', 'docs', 'authoring', 'rules.md');

const fenced = (text: string): string => `\`\`\`json\n${text.trim()}\n\`\`\``;

export const rulesDocument = (): string =>
  [
    '# Rules of the check',
    '',
    '`npm run forms -- check` tells everything at once. An error keeps a version from being published; a warning does not. Warnings about',
    'published versions are left out, and many that are alike in one file stand in one line; `check --all` tells each. This page is written from the',
    'rules by `npm run forms -- rules --write`.',
    ...rules.flatMap(({ id, severity, about, hint, wrong, right }) => [
      '',
      `## ${id}`,
      '',
      `*${severity}.* ${about}`,
      '',
      `**What to do.** ${hint}`,
      '',
      'Wrong:',
      '',
      fenced(wrong),
      '',
      'Right:',
      '',
      fenced(right),
    ]),
    '',
  ].join('\n');

export const writeRules = (): void => writeFileSync(path, rulesDocument());

/** The page as it stands in the repository. */
export const writtenRules = (): string => readFileSync(path, 'utf8');
