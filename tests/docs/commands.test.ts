/** Every command that a page, a message or a comment names is there, and is written as the docs write it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program as forms } from '../../scripts/forms/program.ts';
import { program as ops } from '../../scripts/ops/program.ts';
import { fieldsOf } from '../support/read.ts';

const root = join(import.meta.dirname, '../..');
const apart = ['node_modules', 'dist', 'data', '.git'];
/** What has happened stays as it was told. */
const history = ['CHANGELOG.md', 'tests/docs/commands.test.ts'];
const { scripts } = fieldsOf(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

interface Named {
  place: string;
  script: string;
  /** All that stands behind it on the line. */
  rest: string;
}

const named: Named[] = globSync('**/*.{md,ts,tsx,mjs,json,yml,yaml,sh}', {
  cwd: root,
  exclude: (path) => apart.includes(path),
})
  .filter((file) => !history.includes(file))
  .flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)([^`”'"#|;]*)/g)].map(
          ([, script, plain, rest = '']) => ({ place: `${file}:${index + 1}`, script: script ?? plain ?? '', rest }),
        ),
      ),
  );

/** Verbs by program, each with its options. */
const verbs = new Map(
  Object.entries({ forms, ops }).map(([name, program]) => [
    name,
    new Map(program.commands.map((verb) => [verb.name(), verb.options.map(({ long }) => long ?? '')])),
  ]),
);
const optionsIn = (text: string): string[] => text.match(/--[a-z][a-z-]*/g) ?? [];

test('they are many, and each is a script of the package', () => {
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ script }) => !Object.hasOwn(fieldsOf(scripts), script))).toEqual([]);
});

test('every verb of a program is one that it has, with options that it takes, behind “--”', () => {
  const wrong = named.flatMap(({ place, script, rest }) => {
    const program = verbs.get(script);
    if (program === undefined || /^\s*(--)?\s*([^\sa-z-]|$)/.test(rest)) return [];
    const words = / -- (?:--forms \S+ )?([a-z][a-z-]*)(.*)$/.exec(rest);
    // A sentence that goes on behind a program's name.
    if (words === null) return /^ [a-z-]+ ?/.test(rest) && program.has(rest.trim().split(' ')[0] ?? '') ? [place] : [];
    const [, verb = '', more = ''] = words;
    const known = program.get(verb);
    return known === undefined || optionsIn(more).some((option) => !known.includes(option))
      ? [`${place}: ${verb}${more}`]
      : [];
  });
  expect(wrong).toEqual([]);
});

test('every kind of fault that is named can be run', () => {
  const kinds = named.flatMap(({ script, rest }) =>
    script === 'test:faults' ? (/ -- ([a-z-]+)/.exec(rest)?.[1] ?? []) : [],
  );
  expect(kinds.length).toBeGreaterThan(5);
  expect(kinds.filter((kind) => !existsSync(join(root, `tests/faults/${kind}.faults.ts`)))).toEqual([]);
});
