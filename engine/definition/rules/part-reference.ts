import type { Finding } from '../problem.ts';
import type { Resolved } from '../references.ts';
import type { Rule } from './rule.ts';

const findings = (file: string, resolved: Resolved | undefined): Finding[] =>
  (resolved?.faults ?? []).map(({ kind, pointer, ref }) => ({
    file,
    pointer: `${pointer}/$ref`,
    message: kind === 'circle' ? `“${ref}” contains itself.` : `This file has no part “${ref}”.`,
  }));

export const partReference: Rule = {
  id: 'part-reference',
  severity: 'error',
  about:
    '{"$ref": "#/$defs/<name>"} in ui.json and checks.json names a part of the same file, and no part contains itself.',
  hint: 'Name a part that stands under $defs in this file.',
  wrong: '{ "$ref": "#/$defs/adress" }',
  right: '{ "$ref": "#/$defs/address" }',
  check: ({ uiReferences, checksReferences }) => [
    ...findings('ui.json', uiReferences),
    ...findings('checks.json', checksReferences),
  ],
};
