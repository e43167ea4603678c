/** The clocks of council/case.json against the law: worked examples, each with the source that the clock names. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WorkCalendar } from '../../engine/index.ts';
import { clocksOf } from '../../server/modules/cases/clocks/clocks.ts';
import { parseCaseDescription } from '../../server/modules/cases/settings.ts';

const settings = parseCaseDescription(readFileSync('council/case.json', 'utf8'));

/** What the file of the calendar says that the clocks count by. */
interface CalendarFile {
  terms: WorkCalendar['terms'];
  holidays: { on: string }[];
}
const isCalendar = (found: unknown): found is CalendarFile =>
  typeof found === 'object' && found !== null && 'terms' in found;
const read: unknown = JSON.parse(readFileSync('council/calendar.json', 'utf8'));
if (!isCalendar(read)) throw new Error('There is no calendar');
const calendar: WorkCalendar = { terms: read.terms, holidays: read.holidays.map(({ on }) => on) };

type Happened = [name: string, on: string, about?: string];
interface More {
  exceptions?: { from: string; to?: string; code: string; target?: string }[];
  born?: string;
}

const clocksOn = (today: string, happened: readonly Happened[], { exceptions = [], born = '2015-01-01' }: More = {}) =>
  clocksOf(
    {
      events: happened.map(([name, on, about], index) => ({
        id: String(index),
        name,
        on,
        by: { id: 'a', name: 'Ada Byron' },
        ...(about === undefined ? {} : { about }),
      })),
      pauses: exceptions.map((exception, index) => ({ id: String(index), reason: 'As noted', ...exception })),
      subject: { dateOfBirth: born },
    },
    { settings, calendar, today },
  ).flatMap(({ reading }) => reading ?? []);

const reading = (id: string, ...given: Parameters<typeof clocksOn>) =>
  clocksOn(...given).find((clock) => clock.id === id);

/** Source, clock, what happened, the day on which it is looked at, and its last day and words then. */
type Row = [law: string, id: string, happened: Happened[], today: string, dueOn: string, words: string, more?: More];

const rows: Row[] = [
  // Requests and s24
  ['reg 5(1)', 'decideToAssess', [['requestReceived', '2025-12-01']], '2026-01-12', '2026-01-12', 'due today'],
  ['reg 5(1)', 'decideToAssess', [['broughtToAttention', '2025-12-01']], '2026-01-13', '2026-01-12', '1 day late'],
  ['reg 10(1)', 'decideToIssue', [['requestReceived', '2027-12-20']], '2028-04-09', '2028-04-10', '1 day left'],
  ['reg 13(2)', 'finalPlan', [['requestReceived', '2026-07-10']], '2026-11-28', '2026-11-27', '1 day late'],
  ['reg 8(1)', 'advice', [['adviceAsked', '2026-01-14', 'Speech therapy']], '2026-02-20', '2026-02-25', '5 days left'],
  // Exceptions
  [
    'reg 5(1)',
    'decideToAssess',
    [['requestReceived', '2026-07-10']],
    '2026-09-01',
    '2026-08-21',
    '11 days over, with an exception, own target 15-Sep-2026',
    { exceptions: [{ from: '2026-07-15', to: '2026-08-26', code: 'schoolClosed', target: '2026-09-15' }] },
  ],
  [
    'reg 5(1)',
    'decideToAssess',
    [['requestReceived', '2026-07-10']],
    '2026-08-25',
    '2026-08-21',
    '4 days late',
    { exceptions: [{ from: '2026-07-15', to: '2026-08-26', code: 'missedAppointment' }] },
  ],
  [
    'reg 8(1)',
    'advice',
    [['adviceAsked', '2026-07-10', 'Speech therapy']],
    '2026-08-25',
    '2026-08-21',
    '4 days over, with an exception',
    { exceptions: [{ from: '2026-07-15', to: '2026-08-26', code: 'missedAppointment' }] },
  ],
  [
    'reg 13(2)',
    'finalPlan',
    [['requestReceived', '2026-07-10']],
    '2026-12-01',
    '2026-11-27',
    '4 days over, with an exception',
    { exceptions: [{ from: '2026-10-01', code: 'exceptionalCircumstances' }] },
  ],
  // Comments
  [
    'reg 13(1)',
    'draftComments',
    [
      ['draftPlanServed', '2026-03-02'],
      ['finalPlan', '2026-03-05'],
    ],
    '2026-03-20',
    '2026-03-16',
    'done on 05-Mar-2026, 12 days too soon',
  ],
  [
    'reg 13(1)',
    'draftComments',
    [
      ['draftPlanServed', '2026-03-02'],
      ['draftCommented', '2026-03-04'],
    ],
    '2026-03-05',
    '2026-03-16',
    '11 days left of the time given',
  ],
  [
    'reg 22(2)(c)',
    'amendmentComments',
    [
      ['amendmentNotice', '2026-03-02'],
      ['finalAmendedPlan', '2026-03-17'],
    ],
    '2026-03-20',
    '2026-03-16',
    'done on 17-Mar-2026, when the time was over',
  ],
  // Reviews
  ['s44(1)', 'review', [['finalPlan', '2025-09-01']], '2026-08-31', '2026-08-31', 'due today'],
  [
    's44(1)',
    'review',
    [
      ['finalPlan', '2025-03-01'],
      ['reviewMeeting', '2026-02-27'],
    ],
    '2026-03-27',
    '2026-02-28',
    '27 days late',
  ],
  [
    's44(1)',
    'review',
    [
      ['finalPlan', '2025-03-01'],
      ['reviewNoChange', '2026-03-27'],
    ],
    '2026-03-28',
    '2027-03-26',
    '363 days left',
  ],
  ['s44(1)', 'review', [['amendmentNotice', '2026-01-05']], '2027-01-05', '2027-01-04', '1 day late'],
  ['s44(1)', 'reviewHold', [['finalPlan', '2025-03-01']], '2026-02-01', '2026-01-31', '1 day late'],
  [
    '9.178',
    'reviewUnderFive',
    [['finalPlan', '2026-01-05']],
    '2026-04-05',
    '2026-07-05',
    '91 days left',
    { born: '2023-03-03' },
  ],
  ['reg 20(3)', 'reviewInvitation', [['reviewPlanned', '2026-05-20']], '2026-05-07', '2026-05-06', '1 day late'],
  [
    'reg 20(4)',
    'reviewAdvice',
    [
      ['reviewPlanned', '2026-05-20'],
      ['reviewAdviceSent', '2026-05-06'],
    ],
    '2026-05-07',
    '2026-05-06',
    'met on 06-May-2026',
  ],
  ['reg 20(8)', 'reviewReport', [['reviewMeeting', '2026-02-02']], '2026-02-16', '2026-02-16', 'due today'],
  ['reg 20(10)', 'reviewDecision', [['reviewMeeting', '2026-02-27']], '2026-03-28', '2026-03-27', '1 day late'],
  ['reg 22(3)', 'amendedPlan', [['amendmentNotice', '2026-03-02']], '2026-04-27', '2026-04-27', 'due today'],
  ['Devon', 'amendedPlanAfterMeeting', [['reviewMeeting', '2026-02-02']], '2026-04-27', '2026-04-27', 'due today'],
  // Moves between phases
  ['reg 18(1)(b)', 'transfer', [['transferDue', '2025-10-01']], '2026-02-15', '2026-02-14', '1 day late'],
  ['reg 18(1)(b)', 'transfer', [['transferDue', '2026-02-15']], '2026-02-15', '2026-02-14', '1 day late'],
  [
    'reg 18(1)(a)',
    'transferToPost16',
    [['transferToPost16Due', '2026-04-20']],
    '2026-04-20',
    '2026-03-30',
    '21 days late',
  ],
  [
    'reg 18(2)',
    'transferBetweenPost16',
    [['transferBetweenPost16', '2026-09-01']],
    '2026-03-31',
    '2026-04-01',
    '1 day left',
  ],
  // Consultation
  ['9.83', 'consultation', [['consulted', '2026-03-02', 'Hill School']], '2026-03-17', '2026-03-17', 'due today'],
  // Re-assessment
  ['reg 25(1)', 'decideToReassess', [['reassessmentRequested', '2026-03-02']], '2026-03-17', '2026-03-17', 'due today'],
  [
    'reg 27(2)',
    'reassessedPlan',
    [
      ['decidedToReassess', '2026-03-02'],
      ['reassessmentUnchanged', '2026-06-09'],
    ],
    '2026-06-10',
    '2026-06-08',
    'met on 09-Jun-2026, 1 day late',
  ],
  // Ending a plan
  [
    's45(4)',
    'planKept',
    [
      ['planCeased', '2026-06-10'],
      ['planEnded', '2026-08-11'],
    ],
    '2026-08-12',
    '2026-09-01',
    'done on 11-Aug-2026, 22 days too soon',
  ],
  [
    's45(4)',
    'planKept',
    [
      ['planCeased', '2026-03-05'],
      ['appealLodged', '2026-04-01'],
    ],
    '2026-09-01',
    '2026-09-01',
    'kept while the appeal goes on',
  ],
  // Mediation
  [
    'reg 33',
    'mediationContact',
    [['decidedNotToAssess', '2026-12-31']],
    '2027-01-31',
    '2027-02-28',
    '28 days left of the time given',
  ],
  ['reg 36', 'mediationMeeting', [['mediationAsked', '2026-03-02']], '2026-04-01', '2026-04-01', 'due today'],
  [
    'regs 34 and 39',
    'mediationCertificate',
    [['mediationDeclined', '2026-12-23']],
    '2026-12-30',
    '2026-12-30',
    'due today',
  ],
  ['reg 42(3)', 'mediationAgreement', [['mediationAgreed', '2026-03-02']], '2026-03-16', '2026-03-16', 'due today'],
  // Appeals
  [
    'rules 12(3) and 20',
    'appeal',
    [['decidedNotToAssess', '2026-03-05']],
    '2026-03-10',
    '2026-05-05',
    '56 days left of the time given',
  ],
  [
    'rules 12(3) and 20',
    'appeal',
    [
      ['decidedNotToAssess', '2026-10-01'],
      ['mediationCertificate', '2026-11-29'],
    ],
    '2027-01-04',
    '2027-01-04',
    'last day of the time given',
  ],
  [
    'rules 12(3) and 20',
    'appeal',
    [['finalPlan', '2026-06-10']],
    '2026-08-31',
    '2026-09-01',
    '1 day left of the time given',
  ],
  // Orders
  ['44(2)(b)', 'orderAssessTold', [['orderToAssess', '2026-03-02']], '2026-03-16', '2026-03-16', 'due today'],
  ['44(2)(b)(i)', 'orderAssessRefused', [['orderToAssess', '2026-03-02']], '2026-05-11', '2026-05-11', 'due today'],
  ['44(2)(b)(ii)', 'orderAssessPlan', [['orderToAssess', '2026-03-02']], '2026-06-08', '2026-06-08', 'due today'],
  ['44(2)(c)(i)', 'orderPlanDraft', [['orderToMakePlan', '2026-03-02']], '2026-04-06', '2026-04-06', 'due today'],
  ['44(2)(c)(ii)', 'orderPlanFinal', [['orderToMakePlan', '2026-03-02']], '2026-05-18', '2026-05-18', 'due today'],
  ['44(2)', 'orderAmend', [['orderToAmend', '2026-03-02']], '2026-04-06', '2026-04-06', 'due today'],
  ['44(2)', 'orderName', [['orderToName', '2026-03-02']], '2026-03-16', '2026-03-16', 'due today'],
  // Moves between councils
  ['reg 15(2)', 'planTransfer', [['moveKnown', '2026-12-14']], '2027-01-06', '2027-01-06', 'due today'],
  [
    'reg 15(2)',
    'planTransfer',
    [
      ['moveKnown', '2026-12-14'],
      ['movedAway', '2027-02-01'],
    ],
    '2027-01-29',
    '2027-02-01',
    '1 working day left',
  ],
  ['reg 15(4)', 'transferInTell', [['planTransferredIn', '2026-03-02']], '2026-04-13', '2026-04-13', 'due today'],
  [
    'reg 15(5)',
    'reviewAfterMove',
    [
      ['finalPlan', '2025-03-20'],
      ['planTransferredIn', '2026-03-02'],
    ],
    '2026-06-01',
    '2026-06-01',
    'due today',
  ],
  [
    'reg 15(5)',
    'reviewAfterMove',
    [
      ['finalPlan', '2025-09-01'],
      ['planTransferredIn', '2026-03-02'],
    ],
    '2026-08-31',
    '2026-08-31',
    'due today',
  ],
  // Direct payments
  ['reg 11', 'directPayments', [['directPaymentsBegan', '2026-03-01']], '2026-05-31', '2026-05-31', 'due today'],
];

test.each(rows)('%s: %s of %j on %s is due on %s: %s', (law, id, happened, today, dueOn, words, more) => {
  const found = reading(id, today, happened, more);
  expect(found).toMatchObject({ dueOn, words });
  expect(found?.source?.law).toContain(law);
});

test('every clock is in the table, says where its rule stands, and how', () => {
  const own = ['sendReviewForm'];
  const tested = [...new Set(rows.map(([, id]) => id)), ...own].sort();
  expect(settings.clocks.map(({ id }) => id).sort()).toEqual(tested);
  const silent = settings.clocks.filter(({ source }) => source === undefined);
  expect([...silent, ...(settings.exceptions ?? []).filter(({ source }) => source === undefined)]).toEqual([]);
  expect(settings.clocks.filter(({ pausable }) => pausable !== undefined)).toEqual([]);
});

test('transfers are soon from 12 weeks before', () => {
  const state = (today: string) => reading('transfer', today, [['transferDue', '2025-10-01']])?.state;
  expect([state('2025-11-21'), state('2025-11-22')]).toEqual(['running', 'soon']);
});

test('a decision to end a plan ends no clock of it; the end of the plan does', () => {
  const decided: Happened[] = [
    ['finalPlan', '2026-01-05'],
    ['transferDue', '2026-01-06'],
    ['planCeased', '2026-01-20'],
  ];
  const open = (happened: Happened[], today: string): string[] =>
    clocksOn(today, happened)
      .filter(({ state }) => state !== 'met')
      .map(({ id }) => id);
  expect(open(decided, '2026-02-01')).toEqual([
    'review',
    'reviewHold',
    'transfer',
    'planKept',
    'mediationContact',
    'appeal',
  ]);
  expect(open([...decided, ['planEnded', '2026-03-23']], '2026-04-30')).toEqual([]);
});

test('while a plan that was taken over has its own time, the twelve months do not run beside it', () => {
  const happened: Happened[] = [
    ['finalPlan', '2025-03-20'],
    ['planTransferredIn', '2026-03-02'],
  ];
  expect(reading('review', '2026-04-01', happened)).toBeUndefined();
  expect(reading('review', '2026-06-02', [...happened, ['reviewNoChange', '2026-06-01']])?.dueOn).toBe('2027-05-31');
});

test('each decision begins the family’s time to appeal again', () => {
  const happened: Happened[] = [
    ['finalPlan', '2026-03-05'],
    ['finalAmendedPlan', '2026-04-20'],
  ];
  expect(reading('appeal', '2026-04-21', happened)?.dueOn).toBe('2026-06-22');
});

test('the file of a council that was written for 0.2.0 can be read, and its pauses add no days', () => {
  const older = parseCaseDescription(readFileSync('tests/releases/0.2.0/case.json', 'utf8'));
  const found = clocksOf(
    {
      events: [{ id: '1', name: 'requestReceived', on: '2026-01-14', by: { id: 'a', name: 'Ada Byron' } }],
      pauses: [{ id: '2', from: '2026-02-01', to: '2026-03-10', reason: 'Away' }],
      subject: { dateOfBirth: '2015-01-01' },
    },
    { settings: older, calendar, today: '2026-03-01' },
  );
  expect(found[0]?.reading).toMatchObject({ id: 'decideToAssess', dueOn: '2026-02-25', state: 'excepted' });
});
