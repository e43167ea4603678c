import type { Place } from '../../../model/schema-model.ts';
import { didYouMean } from '../../../model/nearest.ts';
import { typeWords } from '../../fact-types.ts';
import type { Rule, ValueType } from '../rule.ts';

const takes = ({ schema: { type, format } }: Place, value: ValueType): boolean => {
  switch (type) {
    case 'string':
      // A day can be read as a text, but a text is no day.
      return value === 'day' || (value === 'text' && format !== 'date');
    case 'number':
    case 'integer':
      return value === 'number';
    case 'boolean':
      return value === 'boolean';
    case 'array':
      return value === 'list';
    case 'object':
      return value === 'object';
    default:
      return true;
  }
};

export const prefillFits: Rule = {
  id: 'prefill-fits',
  severity: 'error',
  about:
    '“prefill” takes something that the service knows into an answer that can hold it; anything else is left out without a word, and the person finds the question empty.',
  hint: 'Use a name from “Known values” in docs/authoring/reference.md, or from the council’s case.json, for an answer of the same kind.',
  wrong: '{ "to": "/firstName", "from": "child.fistName", "locked": false }',
  right: '{ "to": "/firstName", "from": "child.firstName", "locked": false }',
  check: ({ manifest, answers, knownValues }) => {
    if (!manifest || !answers || !knownValues) return [];
    return manifest.prefill.flatMap(({ from, to }, index) => {
      const told = (key: string, message: string) => [
        { file: 'form.json', pointer: `/prefill/${index}/${key}`, message },
      ];
      const value = Object.hasOwn(knownValues, from) && !from.startsWith('draft.') ? knownValues[from] : undefined;
      if (value === undefined) {
        // What else of the request a form names, the sender is asked for.
        if (from.startsWith('task.') && manifest.kind === 'task') return [];
        return told('from', `Nothing is known by the name “${from}”.${didYouMean(from, Object.keys(knownValues))}`);
      }
      const place = answers.find(to);
      return place === undefined || takes(place, value)
        ? []
        : told('to', `“${from}” is ${typeWords[value]}, which “${place.path}” cannot hold.`);
    });
  },
};
