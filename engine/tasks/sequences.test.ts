import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actorFor,
  at,
  handTo,
  lake,
  people,
  river,
  send,
  somebodyElseWrites,
  toGroup,
  toPerson,
  type Someone,
} from '../testing/tasks.ts';
import { step } from './step.ts';
import { taskStates, taskTable } from './table.ts';
import type { TaskActor, TaskEvent, TaskState, TaskStateName } from './task.ts';

const everybody: Someone[] = ['ann', 'bob', 'meg', 'sam', 'olu', 'clock'];

const events: TaskEvent[] = [
  { kind: 'pick-up' },
  { kind: 'open' },
  { kind: 'save' },
  { kind: 'release' },
  { kind: 'take-over' },
  handTo('ann'),
  handTo('meg'),
  handTo('sam'),
  { kind: 're-assign', to: toGroup(river), within: true },
  { kind: 're-assign', to: toGroup(lake), within: false },
  { kind: 'return', comment: 'Not for us' },
  { kind: 'counter-sign', role: 'Head of licences' },
  { kind: 'submit' },
  { kind: 'retract', comment: 'Sent by mistake' },
  { kind: 'reopen', comment: 'A page is missing' },
  { kind: 'reopen', comment: '' },
  { kind: 'extend', dueOn: '2026-06-20' },
  { kind: 'expire' },
  send(toPerson('bob')),
];

const sends = [
  send(toGroup(river), 'required'),
  send(toGroup(lake), 'optional'),
  send(toPerson('ann'), 'required'),
  send(toPerson('sam'), 'none'),
];

/** What must be true of the task, kept by nobody but this test. */
interface Known {
  writers: string[];
  /** Who wrote since the signature that stands. */
  sinceSigned: string[];
}

interface Desk {
  task: TaskState;
  minute: number;
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

const owners = (task: TaskState): number => (task.holder ? 1 : 0);
const withPerson: TaskStateName[] = ['sent', 'picked-up', 'open'];

const isNamed = (event: TaskEvent['kind'], from: TaskStateName, to: TaskStateName): boolean =>
  taskTable.some(
    (line) => line.event === event && line.from.includes(from) && (line.to === 'same' ? to === from : line.to === to),
  );

/** A person by name, or whoever has the task or its editing lock just then: most of what is worth trying is done by these. */
type Role = Someone | 'holder' | 'writer';

const inRole = (task: TaskState, role: 'holder' | 'writer'): Someone => {
  const id = role === 'holder' ? task.holder?.id : task.lock?.by.id;
  return everybody.find((someone) => someone === id) ?? 'ann';
};

class Happening implements fc.Command<Known, Desk> {
  readonly event: TaskEvent;
  readonly who: Role;
  readonly minutes: number;
  /** Relations that a server got wrong. */
  readonly lie: Partial<TaskActor>;

  constructor(event: TaskEvent, who: Role, minutes: number, lie: Partial<TaskActor>) {
    this.event = event;
    this.who = who;
    this.minutes = minutes;
    this.lie = lie;
  }

  check(): boolean {
    return true;
  }

  run(known: Known, desk: Desk): void {
    desk.minute += this.minutes;
    const [before, now, { kind }] = [frozen(desk.task), at(desk.minute), this.event];
    const copy = structuredClone(before);
    const someone = this.who === 'holder' || this.who === 'writer' ? inRole(before, this.who) : this.who;
    const result = step(before, this.event, { ...actorFor(before, someone), ...this.lie }, now);
    expect(before).toEqual(copy);
    if ('refused' in result) {
      expect(result.refused.reason).toMatch(/\S/);
      return;
    }
    const after = result.task;
    desk.task = after;

    expect(Object.keys(taskStates)).toContain(after.state);
    expect(isNamed(kind, before.state, after.state)).toBe(true);
    expect(owners(after)).toBe(withPerson.includes(after.state) ? 1 : 0);
    if (before.state === 'submitted') expect(kind).toBe('reopen');
    if (before.state === 'retracted') expect(after.state).toBe('retracted');
    if (after.state === 'offered' || after.state === 'picked-up') expect(after.group).not.toBeNull();

    if (kind === 'save') {
      expect(somebodyElseWrites(before, someone, now)).toBe(false);
      if (!known.writers.includes(someone)) known.writers.push(someone);
      known.sinceSigned.push(someone);
    }
    expect(after.contributors.map(({ id }) => id)).toEqual(known.writers);
    if (kind === 'counter-sign') known.sinceSigned = [];
    if (after.signedBy) {
      expect(known.sinceSigned.filter((id) => id !== after.signedBy?.id)).toEqual([]);
      expect(known.writers.some((id) => id !== after.signedBy?.id)).toBe(true);
    }
    if (after.state === 'submitted') {
      expect(before.holder?.id).toBe(someone);
      if (after.counterSignature === 'required') expect(after.signedBy).not.toBeNull();
    }
    if (kind !== 'save') expect(after.history.slice(0, before.history.length)).toEqual(before.history);
    if (after.holder?.id !== before.holder?.id)
      expect(after.history.at(-1)).toMatchObject({ event: kind, by: people[someone], at: now });
  }

  toString(): string {
    const lie = Object.keys(this.lie).length > 0 ? ` as ${JSON.stringify(this.lie)}` : '';
    return `${this.who}${lie} +${this.minutes}: ${JSON.stringify(this.event)}`;
  }
}

const lies = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({ isHolder: fc.boolean(), managesHolder: fc.boolean(), isMemberOfGroup: fc.boolean() }),
  },
);

const closes = (event: TaskEvent): boolean => ['submit', 'retract', 'expire'].includes(event.kind);

/** Savings often, for they may be lost, and what moves a task; seldom what closes it, for then little happens. */
const someEvent = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<TaskEvent>({ kind: 'open' }, { kind: 'save' }, { kind: 'counter-sign', role: 'Head' }),
  },
  { weight: 8, arbitrary: fc.constantFrom(...events.filter((event) => !closes(event))) },
  { weight: 1, arbitrary: fc.constantFrom(...events.filter(closes)) },
);

const happening = fc
  .tuple(
    someEvent,
    fc.constantFrom<Role>('holder', 'holder', 'holder', 'writer', 'writer', 'olu', 'olu', ...everybody),
    fc.oneof({ weight: 20, arbitrary: fc.constantFrom(0, 1, 3) }, { weight: 1, arbitrary: fc.constant(60_000) }),
    lies,
  )
  .map(([event, who, minutes, lie]) => new Happening(event, who, minutes, lie));

test('whatever happens: no contribution is lost, nobody shares a task, no state is unnamed, a refusal changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sends),
      fc.commands([happening], { size: 'max', maxCommands: 60 }),
      (first, happenings) => {
        const begun = step(null, first, actorFor(null, 'olu'), at(0));
        if ('refused' in begun) throw new Error(begun.refused.reason);
        const { task } = begun;
        fc.modelRun(() => ({ model: { writers: [], sinceSigned: [] }, real: { task, minute: 0 } }), happenings);
      },
    ),
    { numRuns: 500 },
  );
});

test('every line of the table can be reached, and nothing that is not in it', () => {
  const taken = new Set<string>();
  const seen = new Set<string>();
  const queue: { task: TaskState; minute: number }[] = [];
  const note = (from: string, kind: string, task: TaskState, minute: number): void => {
    taken.add(`${kind}: ${from} → ${task.state}`);
    const lock = task.lock && [task.lock.by.id, Date.parse(task.lock.until) >= Date.parse(at(minute))];
    const [holder, last, group] = [task.holder?.id, task.lastHolder === null, task.group?.id];
    const key = JSON.stringify([task.state, holder, last, group, lock, task.signedBy?.id, task.contributors.length]);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push({ task, minute });
  };
  for (const to of [toGroup(river), toPerson('ann')]) {
    const begun = step(null, { ...send(to), expiresAt: at(0) }, actorFor(null, 'olu'), at(0));
    if ('task' in begun) note('none', 'send', begun.task, 0);
  }
  const some = events.filter((event) => !('to' in event) || ['ann', 'meg', 'lake', 'river'].includes(event.to.id));
  for (let next = queue.shift(); next; next = queue.shift())
    for (const event of some)
      for (const someone of ['ann', 'meg', 'olu', 'clock'] as const) {
        const minute = next.minute + (event.kind === 'take-over' ? 3 : 0);
        const result = step(next.task, event, actorFor(next.task, someone), at(minute));
        if ('task' in result) note(next.task.state, event.kind, result.task, minute);
      }
  const named = taskTable.flatMap(({ event, from, to }) =>
    from.map((state) => `${event}: ${state} → ${to === 'same' ? state : to}`),
  );
  expect([...taken].sort()).toEqual([...new Set(named)].sort());
});

test('of all who press at once on one revision, one has it, and every other is told who', () => {
  const pressing = fc.uniqueArray(fc.constantFrom<Someone>('ann', 'bob', 'meg'), { minLength: 2 });
  fc.assert(
    fc.property(pressing, fc.boolean(), (people, given) => {
      const begun = step(null, send(toGroup(river)), actorFor(null, 'olu'), at(0));
      if ('refused' in begun) throw new Error(begun.refused.reason);
      const store = { revision: 1, task: given ? { ...begun.task, state: 'returned' as const } : begun.task };
      /** Writes only what was worked out from the newest revision. */
      const compareAndSet = (revision: number, task: TaskState): boolean => {
        if (store.revision !== revision) return false;
        Object.assign(store, { revision: revision + 1, task });
        return true;
      };
      const pickUp = (read: typeof store, someone: Someone) =>
        step(read.task, { kind: 'pick-up' }, actorFor(read.task, someone), at(1));
      const read = { ...store };
      const told = people.map((someone) => {
        const first = pickUp(read, someone);
        if ('refused' in first) throw new Error(first.refused.reason);
        if (compareAndSet(read.revision, first.task)) return 'has it';
        const again = pickUp(store, someone);
        return 'refused' in again ? again.refused.reason : 'has it too';
      });
      const [winner, ...others] = told;
      expect(winner).toBe('has it');
      for (const words of others) expect(words).toBe(`${store.task.holder?.name} has had it since 01-Jun-2026 10:01.`);
    }),
  );
});
