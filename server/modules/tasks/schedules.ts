/** Forms that are sent by themselves some time before a date of a case: once for each case, form and date. */
import { mayHave } from '../accounts/index.ts';
import { addDuration, daysBetween, formatDate, searchKey, sendOn } from '../../../engine/index.ts';
import type { Audience, TaskRules, WorkCalendar } from '../../../engine/index.ts';
import type { Logger } from 'pino';
import { today } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import type { WithEffects, WorkEffect } from '../../platform/effects/effect.ts';
import { mailEffect, withEffects, workEffect } from '../../platform/effects/pending.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { type Calendars, type CaseDocument, type CaseSettingsFile, type Cases, dateAfter } from '../cases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { GroupDocument, Groups, Teams } from '../groups/index.ts';
import type { Tasks } from './tasks.ts';

/** What was done about one date; `_id` is made of case, form and date. */
interface ScheduleDocument extends Stored, WithEffects {
  case: string;
  form: string;
  date: string;
  /** `there`: the case had the form open already. `unsent`: nobody was found to send it to. */
  outcome: 'sent' | 'there' | 'unsent';
  task?: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    schedules: ScheduleDocument;
  }
}

export interface Schedules {
  /** Sends what is due today. Gives how many. */
  run: () => Promise<number>;
  /** Notes in the case a form that was not sent. */
  noteUnsent: (effect: Pick<WorkEffect, 'values'>) => Promise<void>;
}

export interface SchedulesParts {
  store: Store;
  clock: Clock;
  config: Config;
  log: Logger;
  kick: () => void;
  catalogue: Pick<Catalogue, 'state' | 'newest'>;
  cases: Pick<Cases, 'withDate' | 'noteForm'>;
  caseSettings: Pick<CaseSettingsFile, 'current'>;
  calendars: Pick<Calendars, 'current'>;
  groups: Pick<Groups, 'all' | 'peopleWithin'>;
  teams: Pick<Teams, 'get' | 'of'>;
  tasks: Pick<Tasks, 'send'>;
}

/** Name of the work that notes in the case a form that was not sent. */
export const unsentWork = 'note-unsent-form';
const theClock = { id: 'system', name: 'The service' };

/** No break between terms is longer; where the last day of term is farther away, the calendar does not reach so far. */
const longestBreak = 60;

type Schedule = NonNullable<TaskRules['schedule']>;

/** The day on which a form goes out for a date: in term, or where no term is near on a working day. */
export const dayToSend = (date: string, { lead }: Schedule, calendar: WorkCalendar): string | undefined => {
  const wanted = sendOn(date, lead, 'calendar', calendar);
  const inTerm = sendOn(date, lead, 'term', calendar);
  const away = wanted && inTerm ? daysBetween(inTerm, wanted) : undefined;
  return away !== undefined && away <= longestBreak ? inTerm : sendOn(date, lead, 'working', calendar);
};

/** The form's own time, from the day that lies the lead before the date: in term or not, late or not. */
const dueFor = (date: string, { due }: TaskRules, { lead }: Schedule, calendar: WorkCalendar, day: string): string => {
  const wanted = addDuration(sendOn(date, lead, 'calendar', calendar) ?? day, due);
  return wanted < day ? addDuration(day, due) : wanted;
};

interface Scheduled {
  form: string;
  title: string;
  rules: TaskRules;
  schedule: Schedule;
  audience: readonly Audience[];
}

export const createSchedules = (parts: SchedulesParts): Schedules => {
  const { store, clock, config, log, kick, catalogue, cases, caseSettings, calendars, groups, teams, tasks } = parts;

  const scheduled = async (): Promise<Scheduled[]> => {
    const forms = [...new Set(catalogue.state().served.map(({ form }) => form))];
    const found = await Promise.all(
      forms.map(async (form): Promise<Scheduled[]> => {
        const formVersion = await catalogue.newest(form);
        const rules = formVersion?.definition.manifest.task;
        if (formVersion === undefined || rules?.schedule === undefined) return [];
        const { audience } = formVersion.definition.manifest;
        return [{ form, title: formVersion.ref.title, rules, schedule: rules.schedule, audience }];
      }),
    );
    return found.flat();
  };

  /** A work group, with people in it who may have the form, of the organisation that the case names. */
  const groupFor = async (
    { values }: CaseDocument,
    all: readonly GroupDocument[],
    audience: readonly Audience[],
  ): Promise<string | undefined> => {
    const names = caseSettings.current().schedules?.organisation ?? [];
    const organisation = names.map((name) => values[name]).find((value) => typeof value === 'string');
    if (typeof organisation !== 'string') return undefined;
    for (const group of all.filter((each) => searchKey(each.organisation) === searchKey(organisation)))
      if ((await groups.peopleWithin([group._id])).some((person) => mayHave(audience, person))) return group._id;
    return undefined;
  };

  const openTask = async ({ _id }: CaseDocument, form: string): Promise<string | undefined> => {
    const { items } = await store.find('tasks', {
      filter: { case: { eq: _id }, 'keys.open': { eq: true } },
      sort: { path: 'keys.due', direction: 'asc' },
      limit: 500,
    });
    return items.find((task) => task.form.id === form)?._id;
  };

  /** The mail to whoever looks after the case, and what stands on the board. */
  const unsent = async (found: CaseDocument, { form, title }: Scheduled, date: string, day: string) => {
    const { _id, officer, team } = found;
    const there = officer !== undefined && (await teams.of(officer.id)).includes(team);
    const values = {
      event: 'unsent',
      form: title,
      team: (await teams.get(team))?.name ?? team,
      due: formatDate(date),
      path: `/council/cases/${_id}`,
    };
    return withEffects([
      mailEffect('task', there ? { account: officer.id } : { team }, values, clock.now()),
      workEffect(unsentWork, { case: _id, form, on: day }, clock.now()),
    ]);
  };

  const outcomeOf = async (found: CaseDocument, wanted: Scheduled, date: string, _id: string, context: Today) => {
    const { form, rules, schedule, audience } = wanted;
    const none = withEffects([]);
    // Sent by an officer, or for a date that has moved since.
    const before = await openTask(found, form);
    if (before !== undefined) return { outcome: 'there' as const, task: before, ...none };
    const group = rules.assignTo.includes('work-group') ? await groupFor(found, context.groups, audience) : undefined;
    if (group === undefined) return { outcome: 'unsent' as const, ...(await unsent(found, wanted, date, context.day)) };
    const dueOn = dueFor(date, rules, schedule, context.calendar, context.day);
    const [sent] = await tasks.send(
      undefined,
      { case: found._id, form, to: [{ kind: 'group', id: group }], dueOn },
      `schedule ${_id}`,
    );
    return { outcome: 'sent' as const, ...(sent === undefined ? {} : { task: sent._id }), ...none };
  };

  /** True when something was done about the date. */
  const serve = async (found: CaseDocument, wanted: Scheduled, context: Today): Promise<boolean> => {
    const date = found.values[wanted.schedule.before];
    if (typeof date !== 'string' || date < context.day) return false;
    const on = dayToSend(date, wanted.schedule, context.calendar);
    if (on === undefined || on > context.day) return false;
    const ended = caseSettings.current().schedules?.endedBy ?? [];
    if (found.events.some(({ name }) => ended.includes(name))) return false;
    const _id = `${found._id}:${wanted.form}:${date}`;
    if ((await store.get('schedules', _id)) !== undefined) return false;
    const outcome = await outcomeOf(found, wanted, date, _id, context);
    try {
      await store.insert('schedules', {
        _id,
        case: found._id,
        form: wanted.form,
        date,
        ...outcome,
      });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
      return false;
    }
    return true;
  };

  return {
    run: async () => {
      const day = today(clock, config.timeZone);
      const context: Today = { day, calendar: await calendars.current(), groups: await groups.all() };
      let count = 0;
      for (const wanted of await scheduled()) {
        const { before, lead } = wanted.schedule;
        const farthest = dateAfter(leadAfter(day, lead), longestBreak);
        for await (const found of cases.withDate(before, day, farthest)) {
          try {
            if (await serve(found, wanted, context)) count += 1;
          } catch (error) {
            log.warn({ err: error, case: found._id, form: wanted.form }, 'form not sent by itself yet');
          }
        }
      }
      if (count > 0) kick();
      return count;
    },
    noteUnsent: async ({ values: { case: about, form, on } }) => {
      if (typeof about === 'string' && typeof form === 'string' && typeof on === 'string')
        await cases.noteForm(about, form, 'unsent', on, theClock);
    },
  };
};

interface Today {
  day: string;
  calendar: WorkCalendar;
  groups: readonly GroupDocument[];
}

/** The day after which a lead cannot begin yet; a month is taken as 31 days, so that none is missed. */
const leadAfter = (day: string, lead: string): string => {
  const [, count, unit] = /^P(\d+)([DWM])$/.exec(lead) ?? [];
  return dateAfter(day, Number(count ?? 0) * (unit === 'M' ? 31 : unit === 'W' ? 7 : 1));
};
