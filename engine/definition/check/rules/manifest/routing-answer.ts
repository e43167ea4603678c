import { toPointer } from '../../../../json.ts';
import { didYouMean, namesOf } from '../../../model/nearest.ts';
import { choicesOf } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

export const routingAnswer: Rule = {
  id: 'routing-answer',
  severity: 'error',
  about: 'Where an answer decides which team receives the form, the teams stand beside codes that the answer can have.',
  hint: 'Correct the code.',
  wrong: '"routing": { "at": "/site", "teams": { "nroth": "north" }, … }',
  right: '"routing": { "at": "/site", "teams": { "north": "north" }, … }',
  check: ({ manifest, answers, pages }) => {
    if (!manifest || !answers || !pages || !('at' in manifest.routing)) return [];
    const { at, teams } = manifest.routing;
    const place = answers.find(at);
    const element = pages.questions.find((question) => question.place.answers === at)?.element;
    const codes = place && choicesOf(place, element, answers)?.values;
    if (codes === undefined) return [];
    return Object.keys(teams)
      .filter((code) => !codes.includes(code))
      .map((code) => ({
        file: 'form.json',
        pointer: `/routing/teams${toPointer([code])}`,
        message: `“${at}” can never be “${code}”.${didYouMean(code, codes)} It can be ${namesOf(codes)}.`,
      }));
  },
};
