/** The council's retention schedule: `retention.json` in its folder. Without it nothing is removed; nor with one that cannot be used. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Type, { type Static } from 'typebox';
import { sha256 } from '../../core/ids.ts';

const closed = { additionalProperties: false };
const Years = Type.Integer({ minimum: 1, maximum: 100 });
const Rule = Type.Object(
  { years: Type.Optional(Years), untilAge: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })) },
  { ...closed, minProperties: 1 },
);
const ByYears = Type.Object({ years: Years }, closed);

const RetentionSchedule = Type.Object(
  {
    /** Submissions whose form says nothing itself. */
    submissions: Rule,
    /** Of forms by their id, where the council keeps what was submitted for another time. */
    forms: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' }), Rule, closed)),
    /** After the last thing that happened in the case. */
    cases: Rule,
    /** After it was closed; one that was submitted goes with its submission, not before. */
    tasks: Rule,
    /** After the last message. Without it they go with what they are about. */
    messages: Type.Optional(ByYears),
    /** Of people without a role, after they signed in last. Without it they stay. */
    accounts: Type.Optional(ByYears),
    /** Without it entries stay. */
    audit: Type.Optional(ByYears),
    /** What was told to other systems. */
    deliveries: Type.Optional(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 3660 }) }, closed)),
  },
  closed,
);
export type RetentionSchedule = Static<typeof RetentionSchedule>;

export interface RetainSchedule {
  /** Undefined where nothing may be removed; `rules` is a digest of all that it says. */
  current: () => { schedule: RetentionSchedule; rules: string } | undefined;
  reload: () => Promise<void>;
  problems: () => string[];
}

const check = new Ajv2020({ allErrors: true }).compile<RetentionSchedule>(RetentionSchedule);

/** Reads the text of `retention.json`. Throws an error that names all that is wrong. */
export const parseRetentionSchedule = (text: string): RetentionSchedule => {
  const found: unknown = JSON.parse(text);
  if (!check(found))
    throw new Error(
      (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim()).join('; '),
    );
  return found;
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

export const createRetainSchedule = ({ councilDir }: { councilDir: string }): RetainSchedule => {
  let current: ReturnType<RetainSchedule['current']>;
  let problems: string[] = [];
  return {
    current: () => current,
    problems: () => problems,
    reload: async () => {
      try {
        const schedule = parseRetentionSchedule(await readFile(join(councilDir, 'retention.json'), 'utf8'));
        current = { schedule, rules: sha256(JSON.stringify(schedule)).slice(0, 16) };
        problems = [];
      } catch (error) {
        current = undefined;
        const words = error instanceof Error ? error.message : String(error);
        problems = isMissing(error) ? [] : [`retention.json: ${words}. Nothing is removed until it is fixed.`];
      }
    },
  };
};
