import { conditionsOf } from '../../../../compile/conditions.ts';
import { isObject, type Pointer } from '../../../../json.ts';
import { leavesOf } from '../../ui-model.ts';
import type { CheckContext, Rule } from '../rule.ts';

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : [];
};

/** Names of facts that conditions, other facts, the texts of checks or the cover ask for. */
const used = ({ manifest, pages, checks, texts }: CheckContext): Set<string> => {
  const conditions = [
    ...(pages?.elements ?? []).flatMap(({ element }) => conditionsOf(element)),
    ...(checks?.checks ?? []).map(({ when }) => when),
  ];
  const scopes = conditions.flatMap(leavesOf).map(({ scope }) => scope);
  const facts = [checks?.facts, ...(checks?.checks ?? []).map((check) => check.facts)];
  const words = Object.values(texts).flatMap((flat) =>
    Object.entries(flat).flatMap(([key, text]) => (key.startsWith('check.') ? [text] : [])),
  );
  return new Set([
    ...(manifest?.pdf.cover ?? []).flatMap((line) => ('fact' in line ? [line.fact] : [])),
    ...scopes.filter((scope) => scope.startsWith('#/$facts/')).map((scope) => scope.slice('#/$facts/'.length)),
    ...facts.flatMap(stringsIn).flatMap((text) => (text.startsWith('$') ? [text.slice(1)] : [])),
    ...words.flatMap((text) => [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name)),
  ]);
};

export const factUnused: Rule = {
  id: 'fact-unused',
  severity: 'warning',
  about:
    'A fact that no condition, no other fact, no check’s text and no line of the cover asks for is worked out for nothing.',
  hint: 'Take the fact out, or ask for it as "#/$facts/<name>".',
  wrong: 'a fact “inMonths” that nothing names',
  right: '{ "scope": "#/$facts/inMonths", … }',
  check: (context) => {
    const { checks, checksReferences, pages } = context;
    if (!checks || !pages) return [];
    const names = used(context);
    const all = [checks.facts, ...checks.checks.map(({ facts = {} }) => facts)].flatMap(Object.entries<object>);
    return all
      .filter(([name]) => !names.has(name))
      .map(([name, fact]): { file: string; pointer: Pointer; message: string } => ({
        file: 'checks.json',
        pointer: checksReferences?.originOf(fact) ?? '',
        message: `Nothing asks for the fact “${name}”.`,
      }));
  },
};
