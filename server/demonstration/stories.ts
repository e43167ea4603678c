/** Lets the steps of the demonstration's stories happen, each through the door that a person would use. */
import { isObject, type JsonObject } from '../../engine/json.ts';
import type { Caller } from '../platform/http/route.ts';
import type { AccountRecord } from '../modules/accounts/index.ts';
import type { GroupDocument } from '../modules/groups/index.ts';
import type { DemonstrationParts } from './parts.ts';
import { workDayFrom, withDates, yearsBetween, yearsLater } from './days.ts';
import type { DemoCase, Demonstration } from './demonstration.ts';
import { accountOf } from './people.ts';
import type { Step } from './steps.ts';
import type { TimelineEvent } from './timeline.ts';

export const callerOf = ({ _id, role, email, profile }: AccountRecord): Caller => ({
  accountId: _id,
  role,
  email,
  professional: profile.professional,
  sessionId: '',
  name: `${profile.forename} ${profile.surname}`,
});

export interface Stories {
  /** Makes the case, or does the step. */
  happen: (happening: TimelineEvent) => Promise<void>;
  /** Finds again what was made before the service stopped in between. */
  recall: (happening: TimelineEvent) => Promise<void>;
}

/** `today` is the day from which all days are counted. */
export const createStories = (parts: DemonstrationParts, demonstration: Demonstration, today: string): Stories => {
  const { cases, drafts, groups, responses, tasks, threads } = parts;
  const caseIds = new Map<number, string>();
  /** By number of the case and name in the story. */
  const taskIds = new Map<string, string>();

  const groupOf = async ({ organisation }: DemoCase): Promise<GroupDocument> => {
    const found = (await groups.all()).find((group) => group.organisation === organisation);
    if (found === undefined) throw new Error(`There is no work group of ${organisation ?? 'no organisation'}`);
    return found;
  };

  const personOf = async (about: DemoCase, who: string): Promise<AccountRecord> => {
    if (who === 'officer') return accountOf(parts, about.officer);
    if (who !== 'member' && who !== 'manager') return accountOf(parts, who);
    const { members, managers } = await groupOf(about);
    const account = await parts.accounts.get((who === 'member' ? members[0] : managers[0]) ?? '');
    if (account === undefined) throw new Error(`The work group of ${about.organisation ?? ''} has no ${who}`);
    return account;
  };

  const as = async (about: DemoCase, who: string): Promise<Caller> => callerOf(await personOf(about, who));

  const addressOf = async (about: DemoCase, to: string): Promise<{ kind: 'user' | 'group'; id: string }> =>
    to === 'group'
      ? { kind: 'group', id: (await groupOf(about))._id }
      : { kind: 'user', id: (await personOf(about, to))._id };

  /** Days in them are counted from the day on which they are given. */
  const answersOf = (name: string, on: string): JsonObject => {
    const found = demonstration.answers[name];
    const dated = isObject(found) ? withDates(found, on) : undefined;
    if (!isObject(dated)) throw new Error(`There are no answers “${name}”`);
    return dated;
  };

  const caseOf = (number: number): string => {
    const id = caseIds.get(number);
    if (id === undefined) throw new Error('The case was not made');
    return id;
  };

  const begin = async ({ number, case: about }: TimelineEvent): Promise<void> => {
    const { subject, team, like } = about;
    const { asOf, yearBegins, values } = demonstration;
    const caller = await as(about, 'officer');
    const dateOfBirth = yearsLater(subject.dateOfBirth, yearsBetween(asOf, today, yearBegins));
    const present = (await cases.list(caller, { q: `${subject.firstName} ${subject.lastName}`, limit: 20 })).items.find(
      (found) => found.subject.dateOfBirth === dateOfBirth,
    );
    if (present !== undefined) return void caseIds.set(number, present.id);
    const known = { ...(like === undefined ? {} : values[like]), ...about.values };
    const dated = isObject(known) ? withDates(known, today) : {};
    const made = await cases.create(caller, {
      subject: { ...subject, dateOfBirth },
      team,
      officer: caller.accountId,
      values: isObject(dated) ? dated : {},
    });
    caseIds.set(number, made._id);
  };

  const send = async (
    { number, case: about, on }: TimelineEvent,
    step: Extract<Step, { do: 'send' }>,
  ): Promise<void> => {
    const { form, to, due, comments, sends } = step;
    const [sent] = await tasks.send(
      await as(about, 'officer'),
      {
        case: caseOf(number),
        form,
        to: [await addressOf(about, to)],
        ...(due === undefined ? {} : { dueOn: workDayFrom(today, due - (about.earlier ?? 0)) }),
        ...(comments === undefined ? {} : { comments }),
        ...(sends === undefined ? {} : { sends: answersOf(sends, on) }),
        despiteAway: to === 'group' ? [] : [(await personOf(about, to))._id],
      },
      `demonstration ${number} ${step.task}`,
    );
    if (sent === undefined) throw new Error('Nothing was sent');
    taskIds.set(`${number} ${step.task}`, sent._id);
  };

  /** A task by the name that it was sent under in the story, or the newest of a form that was sent by the clock. */
  const taskOf = async ({ number }: TimelineEvent, name: string): Promise<string> => {
    const sent = taskIds.get(`${number} ${name}`);
    if (sent !== undefined) return sent;
    const found = (await tasks.ofCase(caseOf(number))).findLast(({ form }) => form.id === name);
    if (found === undefined) throw new Error(`There is no task “${name}”`);
    return found._id;
  };

  const draftOf = async (caller: Caller, task: string) =>
    drafts.read(caller.accountId, (await tasks.find(caller, task)).draft);

  const write = async (
    caller: Caller,
    id: string,
    { answers, pages = [] }: Extract<Step, { do: 'write' }>,
    on: string,
  ) => {
    await tasks.act(caller, id, { kind: 'open' });
    const draft = await draftOf(caller, id);
    await drafts.save(caller.accountId, draft.id, {
      revision: draft.revision,
      set: answersOf(answers, on),
      pages: Object.fromEntries(pages.map((page) => [page, 'done'])),
      lastPage: pages.at(-1) ?? '',
    });
    await tasks.act(caller, id, { kind: 'release' });
  };

  const respond = async (caller: Caller, id: string, text: string): Promise<void> => {
    const { submission } = await tasks.find(caller, id);
    if (submission === undefined) throw new Error('It was not submitted');
    await responses.post(caller, submission, { text });
  };

  const inCase = async ({ number, case: about, on }: TimelineEvent, step: Step): Promise<boolean> => {
    const { accountId: id, name } = await as(about, 'officer');
    const dayOf = (days: number): string => workDayFrom(today, days - (about.earlier ?? 0));
    if (step.do === 'note') {
      const facts = step.about === undefined ? {} : { about: step.about };
      const day = step.on === undefined ? on : dayOf(step.on);
      await cases.noteEvent(caseOf(number), step.event, day, { id, name }, 'not noted', facts);
    } else if (step.do === 'pause') {
      const { code, reason, to, target } = step;
      const until = to === undefined ? {} : { to: dayOf(to) };
      const aimed = target === undefined ? {} : { target: dayOf(target) };
      await cases.pause(caseOf(number), { from: on, ...until, ...aimed, code, reason }, 'not noted');
    } else return false;
    return true;
  };

  const act = async (happening: TimelineEvent, step: Step): Promise<unknown> => {
    if (step.do === 'note' || step.do === 'pause') return inCase(happening, step);
    if (step.do === 'send') return send(happening, step);
    const { case: about } = happening;
    const id = await taskOf(happening, step.task);
    const caller = await as(about, 'by' in step ? step.by : 'officer');
    switch (step.do) {
      case 'write':
        return write(caller, id, step, happening.on);
      case 're-assign': {
        return tasks.act(caller, id, { kind: 're-assign', to: await addressOf(about, step.to), comment: step.comment });
      }
      case 'extend':
        return tasks.act(caller, id, { kind: 'extend', dueOn: workDayFrom(today, step.due), comment: step.comment });
      case 'return':
      case 'retract':
        return tasks.act(caller, id, { kind: step.do, comment: step.comment });
      case 'counter-sign':
        return tasks.act(caller, id, { kind: 'counter-sign', role: step.role });
      case 'submit':
        return tasks.submit(caller, id, (await draftOf(caller, id)).revision);
      case 'message':
        return threads.write(caller, 'task', id, step.text);
      case 'respond':
        return respond(caller, id, step.text);
      default:
        return tasks.act(caller, id, { kind: step.do });
    }
  };

  return {
    happen: async (happening) => {
      await (happening.step === undefined ? begin(happening) : act(happening, happening.step));
    },
    recall: async (happening) => {
      if (happening.step === undefined) await begin(happening);
      else if (happening.step.do === 'send') await send(happening, happening.step);
    },
  };
};
