import { conditionsOf } from '../../../../compile/conditions.ts';
import type { Condition, Fact } from '../../../model/definition.ts';
import { didYouMean } from '../../../model/nearest.ts';
import type { Pointer } from '../../../../json.ts';
import { faultOf } from '../../conditions/judge.ts';
import { unfit } from '../../conditions/unfit.ts';
import { answerValues, factValues, type Known } from '../../fact-values.ts';
import type { Finding } from '../../problem.ts';
import type { Place, SchemaModel } from '../../../model/schema-model.ts';
import { leavesOf, placeOf, type Leaf } from '../../ui-model.ts';
import type { CheckContext, Rule } from '../rule.ts';

interface Where {
  file: string;
  at: (leaf: Leaf) => Pointer;
  base: Place;
  /** Absent while checks.json cannot be read. */
  facts: Readonly<Record<string, Fact>> | undefined;
}

const leafFindings = (leaf: Leaf, { file, at, base, facts }: Where, answers: SchemaModel): Finding[] => {
  const { scope } = leaf;
  const pointer = at(leaf);
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

const findings = (condition: Condition, where: Where, answers: SchemaModel): Finding[] =>
  leavesOf(condition).flatMap((leaf) => leafFindings(leaf, where, answers));

const inPages = ({ pages, answers, checks }: CheckContext): Finding[] =>
  (pages && answers ? pages.elements : []).flatMap(({ element, base }) =>
    conditionsOf(element).flatMap((condition) =>
      answers && pages
        ? findings(condition, { file: 'ui.json', at: pages.originOf, base, facts: checks?.facts }, answers)
        : [],
    ),
  );

const inChecks = ({ checks, checksReferences, answers }: CheckContext): Finding[] =>
  (answers ? (checks?.checks ?? []) : []).flatMap((check) => {
    const table = check.each === undefined ? answers?.root : answers?.find(check.each);
    if (!answers || !table) return [];
    const where: Where = {
      file: 'checks.json',
      at: (leaf) => checksReferences?.originOf(leaf) ?? '',
      base: answers.rowOf(table),
      facts: { ...checks?.facts, ...check.facts },
    };
    return findings(check.when, where, answers);
  });

export const conditionFits: Rule = {
  id: 'condition-fits',
  severity: 'error',
  about:
    'A condition asks about an answer or a fact that exists, for a value that it can have; otherwise it could never hold, or always would.',
  hint: 'Correct the scope or the value.',
  wrong: '{ "scope": "#/properties/site", "schema": { "const": "nroth" } }',
  right: '{ "scope": "#/properties/site", "schema": { "const": "north" } }',
  check: (context) => [...inPages(context), ...inChecks(context)],
};
