import { didYouMean } from '../../../model/nearest.ts';
import type { Rule } from '../rule.ts';

export const checkPlace: Rule = {
  id: 'check-place',
  severity: 'error',
  about:
    'A check stands at an answer that exists; with “each” it goes through the rows of a table and “at” is relative to the row. Its id stands once.',
  hint: 'Correct “at” or “each”, or give the check another id.',
  wrong: '{ "id": "payer", "each": "/contacts", "at": "/contacts/payment", … }',
  right: '{ "id": "payer", "each": "/contacts", "at": "/payment", … }',
  check: ({ checks, checksReferences, answers }) => {
    if (!checks || !answers) return [];
    const seen = new Set<string>();
    return checks.checks.flatMap((check) => {
      const origin = checksReferences?.originOf(check) ?? '';
      const told = (key: string, message: string) => [{ file: 'checks.json', pointer: `${origin}/${key}`, message }];
      if (seen.has(check.id)) return told('id', `Two checks are called “${check.id}”.`);
      seen.add(check.id);
      const table = check.each === undefined ? answers.root : answers.find(check.each);
      if (table === undefined || (check.each !== undefined && table.schema.type !== 'array'))
        return told('each', `“${check.each ?? ''}” is no table.`);
      const row = answers.rowOf(table);
      const known = answers.childrenOf(row).map((place) => place.answers.slice(row.answers.length));
      const carried = (check.link?.carry ?? []).flatMap((pointer, index) =>
        answers.find(pointer) === undefined ? told(`link/carry/${index}`, `There is no answer “${pointer}”.`) : [],
      );
      return answers.find(check.at, row) === undefined
        ? told('at', `There is no answer “${check.at}”.${didYouMean(check.at, known)}`)
        : carried;
    });
  },
};
