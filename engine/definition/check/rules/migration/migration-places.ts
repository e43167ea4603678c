import { didYouMean } from '../../../model/nearest.ts';
import type { MigrationStep } from '../../../../versions/migration.ts';
import type { Pointer } from '../../../../json.ts';
import type { Rule } from '../rule.ts';

/** Both ends of a step, each with its place in the step. */
const ends = (step: MigrationStep): { from: [string, Pointer][]; to: [string, Pointer][] } => {
  if ('move' in step) return { from: [['move', step.move]], to: [['to', step.to]] };
  if ('split' in step)
    return { from: [['split', step.split]], to: step.to.map((each, index) => [`to/${index}`, each]) };
  return { from: step.join.map((each, index) => [`join/${index}`, each]), to: [['to', step.to]] };
};

const rows = (pointer: Pointer): number => pointer.split('/').filter((segment) => segment === '*').length;

export const migrationPlaces: Rule = {
  id: 'migration-places',
  severity: 'error',
  about:
    'Every step of migrate.json leads to an answer that this version asks for, row by row where it comes from rows, and from a version that is older.',
  hint: 'Correct the pointer.',
  wrong: '{ "move": "/name", "to": "/fulName" }',
  right: '{ "move": "/name", "to": "/fullName" }',
  check: ({ migration, manifest, answers }) => {
    if (!migration || !answers || !manifest) return [];
    const known = answers.all().map((place) => place.answers);
    const places = migration.steps.flatMap((step, index) => {
      const { from, to } = ends(step);
      const count = rows(from[0]?.[1] ?? '');
      const at = (where: string): Pointer => `/steps/${index}/${where}`;
      return [
        ...to
          .filter(([, pointer]) => answers.find(pointer) === undefined)
          .map(([where, pointer]) => ({
            file: 'migrate.json',
            pointer: at(where),
            message: `There is no answer “${pointer}”.${didYouMean(pointer, known)}`,
          })),
        ...[...from, ...to]
          .filter(([, pointer]) => rows(pointer) !== count)
          .map(([where, pointer]) => ({
            file: 'migrate.json',
            pointer: at(where),
            message: `“${pointer}” goes through another number of tables than the other places of this step.`,
          })),
      ];
    });
    const younger =
      migration.from.localeCompare(manifest.version, 'en', { numeric: true }) < 0
        ? []
        : [
            {
              file: 'migrate.json',
              pointer: '/from',
              message: `${migration.from} is not older than this version, ${manifest.version}.`,
            },
          ];
    return [...younger, ...places];
  },
};
