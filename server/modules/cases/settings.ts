/** What the council says its cases are: `case.json` in its folder. A file that cannot be used leaves what was read before. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { formatOf } from '../../../engine/index.ts';
import { type CaseClock, CaseDescription } from './settings-shape.ts';

export interface CaseSettingsFile {
  current: () => CaseDescription;
  reload: () => Promise<void>;
  problems: () => string[];
  /** The identifiers of which the file does not say from whom they are kept, a sentence each. */
  undeclared: () => string[];
}

/** Of a council that has not said anything yet: people with a name and a date of birth. */
const plain: CaseDescription = { subject: 'Person', as: 'person', identifiers: [], fields: [], events: [], clocks: [] };

const check = new Ajv2020({ allErrors: true }).compile<CaseDescription>(CaseDescription);

/** The subject's own facts, which the case has without any field. */
const ownFacts = ['name', 'firstName', 'lastName', 'dateOfBirth', 'address'];

const twice = (names: readonly string[], what: string): string[] =>
  names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `there are two ${what} with the name “${name}”`);

/** What does not fit together in one clock. */
const clockFaults = (clock: CaseClock, eventNames: readonly string[], codes: readonly string[]): string[] => {
  const { id, from, metBy, endedBy = [], laterOf = [], held, exceptions = [], length, days = 'calendar' } = clock;
  const ofYear = length.startsWith('--');
  const names = [...from, ...(metBy ?? []), ...endedBy, ...laterOf.flatMap((limit) => limit.from)];
  const say = (wrong: boolean, words: string): string[] => (wrong ? [`clock ${id}: ${words}`] : []);
  return [
    ...[...names, ...(held?.by ?? []), ...(held?.until ?? [])]
      .filter((name) => !eventNames.includes(name))
      .map((name) => `clock ${id}: there is no event “${name}”`),
    ...exceptions.filter((code) => !codes.includes(code)).map((code) => `clock ${id}: there is no exception “${code}”`),
    ...say(metBy === undefined && !clock.notBefore, 'metBy may be left out with notBefore only'),
    ...say(!ofYear && (clock.before ?? false), 'before goes with a day of the year'),
    ...say(!ofYear && clock.yearBegins !== undefined, 'yearBegins goes with a day of the year'),
    ...say(ofYear && (clock.countedBack ?? clock.firstDayCounts ?? false), 'a day of the year is not counted'),
    ...say(
      [{ length, days }, ...laterOf].some(
        (limit) => limit.length.endsWith('M') && (limit.days ?? 'calendar') !== 'calendar',
      ),
      'months are counted in calendar days',
    ),
  ];
};

/** What no schema can say: names that point at nothing, or at two things. */
const together = (description: CaseDescription): string[] => {
  const {
    as,
    identifiers,
    fields,
    events,
    clocks,
    schedules,
    openedBy = [],
    confidentialFrom = {},
    keptWithAddress = [],
    exceptions = [],
  } = description;
  const codes = exceptions.map(({ code }) => code);
  const keeping = [
    ['confidentialFrom', Object.keys(confidentialFrom)],
    ['keptWithAddress', keptWithAddress],
  ] as const;
  const eventNames = events.map(({ name }) => name);
  const taken = [...ownFacts, ...identifiers.map(({ name }) => name)].map((name) => `${as}.${name}`);
  return [
    ...twice(
      identifiers.map(({ name }) => name),
      'identifiers',
    ),
    ...twice([...taken, ...fields.map(({ name }) => name)], 'known values'),
    ...twice(eventNames, 'events'),
    ...twice(
      clocks.map(({ id }) => id),
      'clocks',
    ),
    ...identifiers.flatMap(({ name, format }) =>
      format === undefined || formatOf(format) ? [] : [`identifier ${name}: there is no format “${format}”`],
    ),
    ...fields.flatMap(({ name, kind, choices, columns }) => [
      ...((kind === 'choice') === (choices !== undefined) ? [] : [`field ${name}: choices go with the kind “choice”`]),
      ...((kind === 'list') === (columns !== undefined) ? [] : [`field ${name}: columns go with the kind “list”`]),
    ]),
    ...twice(codes, 'exceptions'),
    ...clocks.flatMap((clock) => clockFaults(clock, eventNames, codes)),
    ...twice(
      openedBy.map(({ form }) => form),
      'entries of openedBy',
    ),
    ...openedBy.flatMap(({ form, event, identifiers: named = {}, values = {} }) => [
      ...(eventNames.includes(event) ? [] : [`openedBy ${form}: there is no event “${event}”`]),
      ...Object.keys(named)
        .filter((name) => !identifiers.some((each) => each.name === name))
        .map((name) => `openedBy ${form}: there is no identifier “${name}”`),
      ...Object.keys(values)
        .filter((name) => !fields.some((field) => field.name === name && field.kind !== 'list'))
        .map((name) => `openedBy ${form}: there is no field “${name}” of one value`),
    ]),
    ...keeping.flatMap(([member, names]) => [
      ...names
        .filter((name) => ![...taken, ...fields.map((field) => field.name)].includes(name))
        .map((name) => `${member}: there is no known value “${name}”`),
      // Whoever is sent a form must know whom it is about.
      ...['name', 'firstName', 'lastName']
        .map((name) => `${as}.${name}`)
        .filter((name) => names.includes(name))
        .map((name) => `${member}: “${name}” stands at the head of every task and cannot be kept`),
    ]),
    ...(schedules?.endedBy ?? [])
      .filter((name) => !eventNames.includes(name))
      .map((name) => `schedules: there is no event “${name}”`),
    ...(schedules?.organisation ?? [])
      .filter((name) => !fields.some((field) => field.name === name && field.kind === 'text'))
      .map((name) => `schedules: there is no field “${name}” of the kind “text”`),
  ];
};

/** Reads the text of `case.json`. Throws an error that names all that is wrong. */
export const parseCaseDescription = (text: string): CaseDescription => {
  const found: unknown = JSON.parse(text);
  if (!check(found))
    throw new Error(
      (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`).join('; '),
    );
  const faults = together(found);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return found;
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

export const createCaseSettings = ({ councilDir }: { councilDir: string }): CaseSettingsFile => {
  let current = plain;
  let problems: string[] = [];
  return {
    current: () => current,
    problems: () => problems,
    undeclared: () =>
      current.identifiers
        .map(({ name }) => `${current.as}.${name}`)
        .filter((name) => !Object.hasOwn(current.confidentialFrom ?? {}, name))
        .map((name) => `case.json: confidentialFrom does not say from whom ${name} is kept; [] is nobody.`),
    reload: async () => {
      try {
        current = parseCaseDescription(await readFile(join(councilDir, 'case.json'), 'utf8'));
        problems = [];
      } catch (error) {
        problems = isMissing(error) ? [] : [`case.json: ${error instanceof Error ? error.message : String(error)}`];
      }
    },
  };
};
