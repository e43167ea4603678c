import { didYouMean } from '../../../model/nearest.ts';
import type { Pointer } from '../../../../json.ts';
import type { FormManifest } from '../../../model/definition.ts';
import type { Finding } from '../../problem.ts';
import type { Rule } from '../rule.ts';

/** The answers that a manifest names: where it names them, and of which type they must be. */
const named = ({
  subject,
  prefill,
  attachments,
  routing,
  task,
  pdf,
}: FormManifest): { pointer: Pointer; at: Pointer; type?: string }[] => [
  { pointer: '/subject/firstName', at: subject.firstName, type: 'string' },
  { pointer: '/subject/lastName', at: subject.lastName, type: 'string' },
  ...(subject.dateOfBirth === undefined
    ? []
    : [{ pointer: '/subject/dateOfBirth', at: subject.dateOfBirth, type: 'string' }]),
  ...prefill.map(({ to }, index) => ({ pointer: `/prefill/${index}/to`, at: to })),
  ...(attachments === undefined ? [] : [{ pointer: '/attachments/at', at: attachments.at, type: 'array' }]),
  ...(task?.sends ?? []).map((at, index) => ({ pointer: `/task/sends/${index}`, at })),
  ...('at' in routing ? [{ pointer: '/routing/at', at: routing.at, type: 'string' }] : []),
  ...pdf.cover.flatMap((line, index) =>
    'at' in line
      ? [{ pointer: `/pdf/cover/${index}/at`, at: line.at, ...(line.plus === undefined ? {} : { type: 'string' }) }]
      : [],
  ),
];

/** Facts that the cover names and that checks.json does not have. */
const unknownFacts = ({ pdf }: FormManifest, facts: readonly string[]): Finding[] =>
  pdf.cover.flatMap((line, index) =>
    'fact' in line && !facts.includes(line.fact)
      ? [
          {
            file: 'form.json',
            pointer: `/pdf/cover/${index}/fact`,
            message: `There is no fact “${line.fact}”.${didYouMean(line.fact, facts)}`,
          },
        ]
      : [],
  );

export const pointerExists: Rule = {
  id: 'pointer-exists',
  severity: 'error',
  about:
    'Every answer that form.json names exists in schema.json, and is of the kind that is needed there; every fact that it names exists in checks.json.',
  hint: 'Correct the pointer.',
  wrong: '"subject": { "firstName": "/fistName", … }',
  right: '"subject": { "firstName": "/firstName", … }',
  check: ({ manifest, answers, checks }) => {
    if (!manifest || !answers) return [];
    const known = answers.childrenOf(answers.root).map((place) => place.answers);
    const pointers = named(manifest).flatMap(({ pointer, at, type }): Finding[] => {
      const place = answers.find(at);
      if (place === undefined)
        return [{ file: 'form.json', pointer, message: `There is no answer “${at}”.${didYouMean(at, known)}` }];
      return type === undefined || place.schema.type === type
        ? []
        : [{ file: 'form.json', pointer, message: `“${at}” must be of type ${type} here.` }];
    });
    return [...pointers, ...(checks ? unknownFacts(manifest, Object.keys(checks.facts)) : [])];
  },
};
