import type { CompiledForm } from '../compile/form.ts';
import { formatNumber } from '../text/number.ts';
import { fill } from '../text/texts.ts';
import type { Finding, Problem } from './problem.ts';
import { sentences } from './sentences.ts';

/** More on one page than a person can read. */
export const MOST_PROBLEMS = 100;

const groupOf = ({ page, level, for: reader }: Finding): string => JSON.stringify([page, level, reader]);

const others = (form: CompiledForm, { word: _, ...first }: Finding, more: number): Problem => {
  const values = { number: formatNumber(more, form.language) };
  const message = form.text('message.more', values) ?? fill(sentences['more'] ?? '', values);
  return { ...first, keyword: 'more', message, more };
};

/**
 * The findings in words: of each page the first hundred errors, warnings, and warnings for the council. Where there are more, the last
 * of a list says how many, at the place of the first that is not listed.
 */
export const capped = (form: CompiledForm, findings: readonly Finding[]): Problem[] => {
  const totals = new Map<string, number>();
  for (const finding of findings) totals.set(groupOf(finding), (totals.get(groupOf(finding)) ?? 0) + 1);
  const listed = new Map<string, number>();
  return findings.flatMap((finding): Problem[] => {
    const group = groupOf(finding);
    const before = listed.get(group) ?? 0;
    if (before > MOST_PROBLEMS) return [];
    listed.set(group, before + 1);
    if (before === MOST_PROBLEMS) return [others(form, finding, (totals.get(group) ?? 0) - MOST_PROBLEMS)];
    const { word, ...problem } = finding;
    return [{ ...problem, message: word() }];
  });
};
