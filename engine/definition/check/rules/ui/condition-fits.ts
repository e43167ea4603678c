import { conditionsOf } from '../../../../compile/conditions.ts';
import { assertSchema, formAjv } from '../../../../compile/ahead.ts';
import type { Condition, Schema } from '../../../model/definition.ts';
import { didYouMean, namesOf } from '../../../model/nearest.ts';
import { stableJson, type Pointer } from '../../../../json.ts';
import type { Finding } from '../../problem.ts';
import type { Place, SchemaModel } from '../../../model/schema-model.ts';
import { choicesOf, leavesOf, placeOf, type Leaf } from '../../ui-model.ts';
import type { CheckContext, Rule } from '../rule.ts';

interface Where {
  file: string;
  at: (leaf: Leaf) => Pointer;
  base: Place;
  /** Absent while checks.json cannot be read. */
  facts: readonly string[] | undefined;
}

const valuesIn = (leaf: Leaf): unknown[] => {
  if ('expectedValue' in leaf) return [leaf.expectedValue];
  const { const: only, enum: several } = leaf.schema;
  if (only !== undefined) return [only];
  return Array.isArray(several) ? several : [];
};

const canBe = (type: Schema['type'], value: unknown): boolean => {
  if (type === 'string') return typeof value === 'string';
  if (type === 'number' || type === 'integer') return typeof value === 'number';
  return true;
};

const ajv = formAjv();
const known = new Map<string, string | undefined>();

/** What keeps a condition's schema from compiling; equal schemas are looked at once. */
const faultOf = (schema: Schema): string | undefined => {
  const key = stableJson(schema);
  if (!known.has(key)) {
    try {
      assertSchema(schema);
      ajv.compile(schema);
      known.set(key, undefined);
    } catch (error) {
      known.set(key, error instanceof Error ? error.message : String(error));
    }
  }
  return known.get(key);
};

const leafFindings = (leaf: Leaf, { file, at, base, facts }: Where, answers: SchemaModel): Finding[] => {
  const { scope } = leaf;
  const pointer = at(leaf);
  const fault = 'schema' in leaf ? faultOf(leaf.schema) : undefined;
  if (fault !== undefined) return [{ file, pointer, message: `This schema does not compile: ${fault}.` }];
  const fact = /^#\/\$facts\/(.+)$/.exec(scope)?.[1];
  if (fact !== undefined)
    return facts === undefined || facts.includes(fact)
      ? []
      : [{ file, pointer, message: `There is no fact “${fact}”.${didYouMean(fact, facts)}` }];
  const place = placeOf(scope, base, answers);
  if (place === undefined) {
    const known = answers
      .childrenOf(base)
      .map(({ answers: each }) => `#/properties/${each.slice(each.lastIndexOf('/') + 1)}`);
    return [{ file, pointer, message: `“${scope}” names no answer.${didYouMean(scope, known)}` }];
  }
  if (place.schema.type === 'array') return [];
  const choices = place.schema.type === 'boolean' ? ['true', 'false'] : choicesOf(place, undefined, answers)?.values;
  if (choices === undefined)
    return valuesIn(leaf)
      .filter((value) => !canBe(place.schema.type, value))
      .map((value) => ({
        file,
        pointer,
        message: `“${place.path}” can never be ${JSON.stringify(value)}; it is of type ${place.schema.type ?? ''}.`,
      }));
  return valuesIn(leaf)
    .map(String)
    .filter((value) => !choices.includes(value))
    .map((value) => ({
      file,
      pointer,
      message: `“${place.path}” can never be “${value}”.${didYouMean(value, choices)} It can be ${namesOf(choices)}.`,
    }));
};

const findings = (condition: Condition, where: Where, answers: SchemaModel): Finding[] =>
  leavesOf(condition).flatMap((leaf) => leafFindings(leaf, where, answers));

const inPages = ({ pages, answers, checks }: CheckContext): Finding[] =>
  (pages && answers ? pages.elements : []).flatMap(({ element, base }) =>
    conditionsOf(element).flatMap((condition) =>
      answers && pages
        ? findings(
            condition,
            { file: 'ui.json', at: pages.originOf, base, facts: checks && Object.keys(checks.facts) },
            answers,
          )
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
      facts: [...Object.keys(checks?.facts ?? {}), ...Object.keys(check.facts ?? {})],
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
