import { expect, test } from 'vitest';
import {
  actorFor,
  at,
  done,
  handTo,
  lake,
  people,
  river,
  send,
  toGroup,
  toPerson,
  type Someone,
} from '../testing/tasks.ts';
import { step } from './step.ts';
import type { TaskEvent, TaskState } from './task.ts';

/** Minute by minute, from the sending on. */
const story = (first: TaskEvent, ...then: [Someone, TaskEvent | TaskEvent['kind'], number?][]): TaskState =>
  then.reduce<TaskState>(
    (task, [someone, event, minute], index) =>
      done(task, typeof event === 'string' ? plain(event) : event, someone, minute ?? index + 1),
    done(null, first, 'olu', 0),
  );

const plain = (kind: TaskEvent['kind']): TaskEvent => {
  switch (kind) {
    case 'return':
    case 'retract':
    case 'reopen':
      return { kind, comment: 'Sent to the wrong place' };
    case 'counter-sign':
      return { kind, role: 'Head of licences' };
    case 'extend':
      return { kind, dueOn: '2026-06-20' };
    case 'send':
      return send(toPerson('ann'));
    case 're-assign':
      return handTo('bob');
    default:
      return { kind };
  }
};

const refusal = (
  task: TaskState | null,
  event: TaskEvent | TaskEvent['kind'],
  someone: Someone,
  minutes = 60,
): string => {
  const result = step(task, typeof event === 'string' ? plain(event) : event, actorFor(task, someone), at(minutes));
  return 'refused' in result ? `${result.refused.code}: ${result.refused.reason}` : 'done';
};

test('whoever comes second to a tray is told who has it and since when, on the clocks of the place', () => {
  const task = story(send(toGroup(river)), ['ann', 'pick-up']);
  expect(task.holder).toEqual(people.ann);
  expect(refusal(task, 'pick-up', 'bob')).toBe('has-it-already: Ann Angler has had it since 01-Jun-2026 10:01.');
  expect(refusal(story(send(toGroup(river))), 'pick-up', 'sam')).toBe(
    'not-allowed: Only anybody in its work group can pick it up. It has been in the tray of River clerks since 01-Jun-2026 10:00; nobody has it.',
  );
});

test('a clerk writes, the manager amends, signs and submits: both stand in the record', () => {
  const task = story(
    send(toPerson('ann'), 'required'),
    ['ann', 'open'],
    ['ann', 'save'],
    ['ann', { ...handTo('meg'), comment: ' Please sign ' }],
    ['meg', 'open'],
    ['meg', 'save'],
    ['meg', 'counter-sign'],
    ['meg', 'submit'],
  );
  expect(task).toMatchObject({
    state: 'submitted',
    holder: null,
    lastHolder: people.meg,
    submittedAt: at(7),
    lock: null,
  });
  expect(task.contributors).toEqual([
    { ...people.ann, first: at(2), last: at(2) },
    { ...people.meg, first: at(5), last: at(5) },
  ]);
  expect(task.signedBy).toEqual({ ...people.meg, role: 'Head of licences', on: at(6) });
  expect(task.history.find(({ event }) => event === 're-assign')).toEqual({
    event: 're-assign',
    by: people.ann,
    at: at(3),
    comment: 'Please sign',
    from: people.ann,
    to: toPerson('meg'),
  });
  expect(refusal(task, 'save', 'meg')).toBe('closed: Meg Manager submitted it on 01-Jun-2026 10:07.');
});

test('a counter signature is that of a manager, of a form that has one, on what somebody else wrote', () => {
  const open = story(send(toPerson('ann'), 'required'), ['ann', 'open'], ['ann', 'save']);
  expect(refusal(open, 'submit', 'ann')).toMatch('counter-signature-missing: A manager has to counter-sign');
  expect(refusal(open, 'counter-sign', 'ann')).toMatch('not-allowed: Only a manager');
  const alone = story(send(toPerson('ann'), 'required'), ['ann', handTo('meg')], ['meg', 'open'], ['meg', 'save']);
  expect(refusal(alone, 'counter-sign', 'meg')).toMatch('second-person-missing');
  const none = story(send(toPerson('ann'), 'none'), ['ann', 'save'], ['ann', handTo('meg')], ['meg', 'open']);
  expect(refusal(none, 'counter-sign', 'meg')).toMatch('no-counter-signature');
  expect(refusal(none, 'submit', 'meg')).toBe('done');
});

test('what is changed after the signature by anybody else is not signed; by the signer it stays so', () => {
  const signed = story(
    send(toPerson('ann'), 'required'),
    ['ann', 'save'],
    ['ann', handTo('meg')],
    ['meg', 'open'],
    ['meg', 'counter-sign'],
    ['meg', 'save'],
  );
  expect(signed.signedBy?.id).toBe('meg');
  const back = done(done(signed, handTo('ann'), 'meg', 6), plain('save'), 'ann', 7);
  expect(back.signedBy).toBeNull();
  expect(refusal(back, 'submit', 'ann')).toMatch('counter-signature-missing');
});

test('one writes at a time; a lock lasts two minutes beyond the last sign of life', () => {
  const open = story(
    send(toGroup(river)),
    ['ann', 'pick-up', 0],
    ['ann', 'open', 10],
    ['ann', 'open', 11],
    ['ann', 'save', 12],
  );
  expect(open.lock).toEqual({ by: people.ann, since: at(10), until: at(14) });
  expect(refusal(open, 'take-over', 'bob', 14)).toBe(
    'not-left: Ann Angler has been writing in it since 01-Jun-2026 10:10. You can take it over when they have left it, at the earliest after 01-Jun-2026 10:14.',
  );
  const taken = done(open, plain('take-over'), 'bob', 14.5);
  expect(taken).toMatchObject({ state: 'open', holder: people.bob, lastHolder: people.ann, lock: { by: people.bob } });
  expect(taken.history.at(-1)).toMatchObject({ event: 'take-over', by: people.bob, from: people.ann });
  expect(refusal(taken, 'save', 'ann', 15)).toMatch('not-allowed');
});

test('who closed the form properly is not taken over by a colleague, but by the manager or an officer', () => {
  const closed = story(send(toGroup(river)), ['ann', 'pick-up'], ['ann', 'save'], ['ann', 'release']);
  expect(closed.lock).toBeNull();
  expect(refusal(closed, 'take-over', 'bob')).toMatch('not-left: Ann Angler has had it since 01-Jun-2026 10:01. Ask');
  expect(refusal(closed, 'take-over', 'meg')).toBe('done');
  expect(refusal(closed, 'take-over', 'olu')).toBe('done');
  const writing = story(send(toGroup(river)), ['ann', 'pick-up'], ['ann', 'save']);
  expect(refusal(writing, 'take-over', 'meg', 3)).toBe('done');
});

test.each<[string, Someone, TaskEvent]>([
  ['retracted', 'olu', plain('retract')],
  ['given to another', 'olu', handTo('bob')],
  ['put into another tray', 'olu', { kind: 're-assign', to: toGroup(lake), within: false }],
  ['returned by the manager', 'meg', plain('return')],
])('nothing typed is lost when the task is %s meanwhile', (_, someone, event) => {
  const typing = story(send(toPerson('ann')), ['ann', 'open', 5], ['ann', 'save', 6]);
  const gone = done(typing, event, someone, 7);
  const kept = done(gone, plain('save'), 'ann', 8);
  expect(kept).toMatchObject({ state: gone.state, holder: gone.holder, lock: { until: at(8) } });
  expect(kept.contributors).toEqual([{ ...people.ann, first: at(6), last: at(8) }]);
  expect(refusal(kept, 'save', 'ann', 8.1)).toMatch('lock-lost');
});

test('somebody who gets a form while the one before is still typing waits for the last words', () => {
  const typing = story(send(toPerson('ann')), ['ann', 'save', 6], ['olu', handTo('bob'), 7], ['bob', 'open', 7]);
  expect(refusal(typing, 'save', 'bob', 7)).toMatch('being-written: Ann Angler has been writing');
  expect(refusal(typing, 'submit', 'bob', 7)).toMatch('being-written');
  expect(refusal(typing, 'save', 'bob', 8.1)).toBe('done');
});

test('it is handed on within the work groups concerned, by the team anywhere', () => {
  const task = story(send(toPerson('ann')));
  expect(refusal(task, handTo('sam'), 'ann')).toMatch('outside-groups');
  expect(refusal(task, { kind: 're-assign', to: toGroup(lake), within: true }, 'ann')).toBe(
    'outside-groups: Only North team can send it to another work group.',
  );
  expect(refusal(task, handTo('ann'), 'ann')).toMatch('has-it-already: Ann Angler has had it since');
  expect(done(task, handTo('sam'), 'olu', 1)).toMatchObject({ state: 'sent', holder: people.sam, group: null });
  expect(done(task, handTo('bob'), 'ann', 1)).toMatchObject({ state: 'sent', holder: people.bob, group: river });
  expect(done(story(send(toGroup(river))), handTo('bob'), 'meg', 1)).toMatchObject({
    state: 'sent',
    holder: people.bob,
  });
});

test('what is given back without a work group is with the team', () => {
  const { group: _, ...withoutGroup } = send(toPerson('ann'));
  const back = story(withoutGroup, ['ann', 'return']);
  expect(refusal(back, 'save', 'ann')).toMatch('It was given back to North team on 01-Jun-2026 10:01; nobody has it.');
  expect(refusal(back, 'pick-up', 'bob')).toMatch('not-allowed');
});

test('a retraction needs a reason, and everybody reads it', () => {
  const task = story(send(toPerson('ann')));
  expect(refusal(task, { kind: 'retract', comment: ' ' }, 'olu')).toMatch('reason-missing');
  expect(refusal(task, 'retract', 'ann')).toMatch(
    'not-allowed: Only an officer of the team that sent it can retract it.',
  );
  const gone = done(task, plain('retract'), 'olu', 1);
  expect(gone).toMatchObject({ state: 'retracted', holder: null, lastHolder: people.ann });
  expect(refusal(gone, 'open', 'ann')).toBe(
    'closed: Olu Officer of North team retracted it on 01-Jun-2026 10:01: Sent to the wrong place',
  );
  expect(refusal(gone, 'reopen', 'olu')).toMatch('closed');
});

test('reopened, it goes back to whoever had it, to be signed again', () => {
  const task = story(
    send(toPerson('ann')),
    ['ann', 'save'],
    ['ann', handTo('meg')],
    ['meg', 'open'],
    ['meg', 'counter-sign'],
    ['meg', 'submit'],
    ['olu', { kind: 'reopen', comment: 'One page is missing', dueOn: '2026-06-30' }],
  );
  expect(task).toMatchObject({
    state: 'sent',
    holder: people.meg,
    signedBy: null,
    submittedAt: null,
    dueOn: '2026-06-30',
    expiresAt: null,
  });
  expect(task.contributors.map(({ id }) => id)).toEqual(['ann']);
});

test('it expires when its time is up, and not before; extended, later', () => {
  const task = story(send(toGroup(river)));
  const minutes = (Date.parse('2026-07-10T00:00:00.000Z') - Date.parse(at(0))) / 60_000;
  expect(refusal(task, 'expire', 'clock', minutes - 1)).toBe('not-expired: It is open until 10-Jul-2026 01:00.');
  expect(refusal(task, 'expire', 'olu', minutes)).toMatch('not-allowed');
  const expired = done(task, plain('expire'), 'clock', minutes);
  expect(refusal(expired, 'pick-up', 'ann', minutes)).toMatch('closed: It expired on');
  expect(done(expired, plain('reopen'), 'olu', minutes)).toMatchObject({
    state: 'offered',
    group: river,
    holder: null,
  });
  const longer = done(task, plain('extend'), 'olu', 1);
  expect(longer).toMatchObject({ state: 'offered', dueOn: '2026-06-20', expiresAt: '2026-07-20T00:00:00.000Z' });
  expect(refusal(longer, { kind: 'extend', dueOn: '2026-06-20' }, 'olu')).toMatch(
    'date-not-later: It is due on 20-Jun-2026',
  );
  expect(refusal(longer, { kind: 'extend', dueOn: '2026-06-31' }, 'olu')).toMatch('date-not-real');
});

test('a form goes only where it may be sent, and nothing happens to what is not there', () => {
  const onlyGroups: TaskEvent = {
    ...send(toPerson('ann')),
    rules: { assignTo: ['work-group'], counterSignature: 'none' },
  };
  expect(refusal(null, onlyGroups, 'olu')).toMatch('cannot-be-sent-there: This form goes to a work group');
  expect(refusal(null, send(toPerson('ann')), 'ann')).toMatch('not-allowed');
  expect(refusal(null, 'save', 'ann')).toBe('no-task: There is no such task.');
  expect(refusal(story(send(toPerson('ann'))), 'send', 'olu')).toMatch('not-possible');
});

test('savings in a row are one line of the history, with the first and the last time', () => {
  const task = story(
    send(toPerson('ann')),
    ['ann', 'open', 1],
    ['ann', 'save', 2],
    ['ann', 'save', 3],
    ['ann', 'open', 4],
    ['ann', 'save', 4],
  );
  expect(task.history.map(({ event, at: time, lastAt }) => [event, time, lastAt])).toEqual([
    ['send', at(0), undefined],
    ['open', at(1), undefined],
    ['save', at(2), at(4)],
  ]);
});
