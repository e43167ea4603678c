import { didYouMean } from '../../../model/nearest.ts';
import type { SchemaModel } from '../../../model/schema-model.ts';
import { faultOf } from '../../conditions/judge.ts';
import { writtenLeaves, type WrittenLeaf } from '../../conditions/leaves.ts';
import { unfit } from '../../conditions/unfit.ts';
import { answerValues, factValues, type Known } from '../../fact-values.ts';
import type { Finding } from '../../problem.ts';
import { placeOf } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

const findings = ({ leaf, base, file, pointer, facts }: WrittenLeaf, answers: SchemaModel): Finding[] => {
  const { scope } = leaf;
  const told = (range: Known | undefined, called: string): Finding[] =>
    range === undefined ? [] : unfit(leaf, called, range).map((message) => ({ file, pointer, message }));
  const fault = 'schema' in leaf ? faultOf(leaf.schema) : undefined;
  if (fault !== undefined) return [{ file, pointer, message: `This schema does not compile: ${fault}.` }];
  const name = /^#\/\$facts\/(.+)$/.exec(scope)?.[1];
  if (name !== undefined) {
    const fact = facts && Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined)
      return facts === undefined
        ? []
        : [{ file, pointer, message: `There is no fact “${name}”.${didYouMean(name, Object.keys(facts))}` }];
    return told(factValues(fact), name);
  }
  const place = placeOf(scope, base, answers);
  if (place === undefined) {
    const known = answers
      .childrenOf(base)
      .map(({ answers: each }) => `#/properties/${each.slice(each.lastIndexOf('/') + 1)}`);
    return [{ file, pointer, message: `“${scope}” names no answer.${didYouMean(scope, known)}` }];
  }
  return told(answerValues(place), place.path);
};

export const conditionFits: Rule = {
  id: 'condition-fits',
  severity: 'error',
  about:
    'A condition asks about an answer or a fact that exists, for a value that it can have; otherwise it could never hold, or always would.',
  hint: 'Correct the scope or the value.',
  wrong: '{ "scope": "#/properties/site", "schema": { "const": "nroth" } }',
  right: '{ "scope": "#/properties/site", "schema": { "const": "north" } }',
  check: (context) => {
    const { answers } = context;
    return answers ? writtenLeaves(context).flatMap((written) => findings(written, answers)) : [];
  },
};
