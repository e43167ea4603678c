import { isObject, toPointer } from '../../../../json.ts';
import { didYouMean } from '../../../model/nearest.ts';
import { factScopes } from '../../fact-types.ts';
import type { Rule } from '../rule.ts';

export const knownValue: Rule = {
  id: 'known-value',
  severity: 'error',
  about:
    '“context:<name>” names something that the service knows: of the person who fills the form in, of the request by which it was sent, or of the council’s case. Of any other name nothing is ever known.',
  hint: 'Use a name from “Known values” in docs/authoring/reference.md, or from the council’s case.json.',
  wrong: '{ "fn": "value", "of": "context:user.profesional" }',
  right: '{ "fn": "value", "of": "context:user.professional" }',
  check: (context) => {
    const { knownValues, manifest } = context;
    if (knownValues === undefined || manifest === undefined) return [];
    const prefilled = manifest.prefill.map(({ from }) => from).filter((name) => name.startsWith('task.'));
    const known = ['today', ...Object.keys(knownValues), ...prefilled];
    return factScopes(context).flatMap(({ fact, pointer, scope }) =>
      Object.entries(fact).flatMap(([argument, given]) => {
        const value = isObject(given) ? given['day'] : given;
        if (typeof value !== 'string' || !value.startsWith('context:')) return [];
        const name = value.slice('context:'.length);
        if (known.includes(name) || (name === 'row' && scope.isRow)) return [];
        const message =
          name === 'row'
            ? 'Rows have numbers only in the facts of a check with “each”.'
            : `Nothing is known by the name “${name}”.${didYouMean(name, known)}`;
        return [{ file: 'checks.json', pointer: `${pointer}${toPointer([argument])}`, message }];
      }),
    );
  },
};
