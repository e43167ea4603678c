import { didYouMean } from '../../../model/nearest.ts';
import type { Finding } from '../../problem.ts';
import type { Resolved } from '../../../package/references.ts';
import type { CheckContext, Rule } from '../rule.ts';

const findings = (file: string, resolved: Resolved | undefined, { blocks, sources }: CheckContext): Finding[] =>
  (resolved?.faults ?? []).map(({ kind, at, ref }) => {
    const block = ref.split('#')[0] ?? '';
    const place = { file, pointer: `${at}/$ref` };
    if (kind === 'circle') return { ...place, message: `“${ref}” contains itself.` };
    if (!block.startsWith('shared/')) return { ...place, message: `This file has no part “${ref}”.` };
    return sources.has(block)
      ? { ...place, message: `The block ${block} has no part “${ref.slice(block.length + 1)}”.` }
      : { ...place, message: `There is no block ${block}.${didYouMean(block, Object.keys(blocks))}` };
  });

export const partReference: Rule = {
  id: 'part-reference',
  severity: 'error',
  about:
    '{"$ref": "#/$defs/<name>"} in ui.json and checks.json names a part of the same file, {"$ref": "shared/<name>.json#/…"} in these and in ' +
    'schema.json a part of a block in forms/shared, and no part contains itself.',
  hint: 'Name a part that stands under $defs in this file, or in the block.',
  wrong: '{ "$ref": "#/$defs/adress" }',
  right: '{ "$ref": "#/$defs/address" }',
  check: (context) => [
    ...findings('schema.json', context.schemaReferences, context),
    ...findings('ui.json', context.uiReferences, context),
    ...findings('checks.json', context.checksReferences, context),
  ],
};
