import { didYouMean } from '../nearest.ts';
import type { Pointer } from '../../json.ts';
import type { FormManifest } from '../definition.ts';
import type { Rule } from './rule.ts';

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
  ...pdf.cover.flatMap((line, index) => ('at' in line ? [{ pointer: `/pdf/cover/${index}/at`, at: line.at }] : [])),
];

export const pointerExists: Rule = {
  id: 'pointer-exists',
  severity: 'error',
  about: 'Every answer that form.json names exists in schema.json, and is of the kind that is needed there.',
  hint: 'Correct the pointer.',
  wrong: '"subject": { "firstName": "/fistName", … }',
  right: '"subject": { "firstName": "/firstName", … }',
  check: ({ manifest, answers }) => {
    if (!manifest || !answers) return [];
    const known = answers.childrenOf(answers.root).map((place) => place.answers);
    return named(manifest).flatMap(({ pointer, at, type }) => {
      const place = answers.find(at);
      if (place === undefined)
        return [{ file: 'form.json', pointer, message: `There is no answer “${at}”.${didYouMean(at, known)}` }];
      return type === undefined || place.schema.type === type
        ? []
        : [{ file: 'form.json', pointer, message: `“${at}” must be of type ${type} here.` }];
    });
  },
};
