import type { Pointer } from '../../../../json.ts';
import { demandsOf, ownDemands } from '../../conditions/demand.ts';
import { shownIn, type Shown } from '../../conditions/shown.ts';
import type { Finding } from '../../problem.ts';
import { leavesOf, placeOf, type Placed, type UiModel } from '../../ui-model.ts';
import type { Place, SchemaModel } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

const nameOf = ({ element, place, page }: Placed): string => {
  if (place !== undefined) return `“${place.path}”`;
  return element.type === 'Category' ? `The page “${page}”` : `What is called “${element.i18n ?? element.type}”`;
};

const isInside = (inner: Placed, outer: Placed): boolean =>
  inner === outer || (inner.parent !== undefined && isInside(inner.parent, outer));

/** What is shown only by answers that are given, by a way round, in itself alone. */
const circles = (
  { questions }: UiModel,
  answers: SchemaModel,
  { isAnswered, isOutOfReach }: Shown,
  stuck: readonly Placed[],
): Map<Placed, Place> => {
  const missing = ({ element: { rule }, base }: Placed): Place[] =>
    (rule ? leavesOf(rule.condition) : []).flatMap((leaf) => {
      const place = placeOf(leaf.scope, base, answers);
      return place === undefined || isAnswered(place) || isOutOfReach(place) ? [] : [place];
    });
  /** The stuck elements in which an answer is asked for. */
  const holders = ({ answers: at }: Place): Placed[] => {
    const controls = questions.filter(({ place }) => place.answers === at).map(({ control }) => control);
    return stuck.filter((element) => controls.some((control) => isInside(control, element)));
  };
  const next = new Map(
    stuck.map((element) => [element, missing(element).flatMap((place) => holders(place).map((to) => ({ place, to })))]),
  );
  const reaches = (from: Placed, goal: Placed, seen = new Set<Placed>()): boolean =>
    (next.get(from) ?? []).some(({ to }) => {
      if (to === goal) return true;
      if (seen.has(to)) return false;
      seen.add(to);
      return reaches(to, goal, seen);
    });
  return new Map(
    stuck.flatMap((element) => {
      const way = (next.get(element) ?? []).find(({ to }) => to !== element && reaches(to, element));
      return way === undefined ? [] : [[element, way.place]];
    }),
  );
};

export const neverShown: Rule = {
  id: 'never-shown',
  severity: 'error',
  about:
    'Every page, group and question is shown for some answers: a rule whose conditions cannot be true together, or that waits for an answer which itself waits for this one, hides it from everybody.',
  hint: 'Correct the rule: let each condition ask for something that can be so while the others are, or use OR where one of them is enough.',
  wrong: '{ "type": "AND", "conditions": [site is "north", site is "south"] }',
  right: '{ "scope": "#/properties/site", "schema": { "enum": ["north", "south"] } }',
  check: (context) => {
    const { pages, answers } = context;
    const shown = shownIn(context);
    if (!pages || !answers || !shown) return [];
    const told = (placed: Placed, why: string): Finding => ({
      file: 'ui.json',
      pointer: ruleAt(pages, placed),
      message: `${nameOf(placed)} is never shown: ${why}${placed.place?.required === true ? ' Yet it is required.' : ''}`,
    });
    const ruled = pages.elements.filter(
      (placed) =>
        ownDemands(placed).length > 0 && (placed.parent === undefined || shown.possible(demandsOf(placed.parent))),
    );
    const contrary = ruled.filter((placed) => !shown.possible(demandsOf(placed)));
    const stuck = ruled.filter(
      (placed) => !contrary.includes(placed) && !shown.possible(demandsOf(placed), shown.isAnswered),
    );
    const rounds = circles(pages, answers, shown, stuck);
    return [
      ...contrary.map((placed) =>
        told(
          placed,
          shown.possible(ownDemands(placed))
            ? 'what stands around it is shown only while its own rule hides it.'
            : placed.element.rule?.effect === 'HIDE'
              ? 'its rule hides it for every answer.'
              : 'its conditions cannot be true together.',
        ),
      ),
      ...[...rounds].map(([placed, place]) =>
        told(placed, `its rule waits for an answer to “${place.path}”, which is shown only after this was answered.`),
      ),
    ];
  },
};

const ruleAt = (pages: UiModel, { element: { rule }, at }: Placed): Pointer => (rule && pages.originOf(rule)) ?? at;
