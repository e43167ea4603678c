/** The services about forms, put together. What they share with accounts comes from `services.ts`. */
import { join } from 'node:path';
import { createJobs } from '../platform/jobs/jobs.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { type Catalogue, type Registers, createCatalogue, createRegisters } from '../modules/catalogue/index.ts';
import {
  type Attachments,
  type DraftRemoval,
  type Drafts,
  type People,
  createAttachments,
  createDraftRemoval,
  createDrafts,
  createPeople,
  createReminders,
  createRoom,
  removeDraftWork,
} from '../modules/drafts/index.ts';
import {
  type BlankPrintService,
  type Judging,
  type PrintService,
  type Submissions,
  createBlankPrintService,
  createJudging,
  createPrintService,
  createSubmissions,
  formsOfAccount,
  personWork,
  recordWork,
} from '../modules/submissions/index.ts';
import { createRescan, createRetention, scannerState } from '../modules/retention/index.ts';
import type { Core } from '../modules/accounts/index.ts';
import { type Teams, createTeams } from '../modules/groups/index.ts';

export interface FormServices {
  catalogue: Catalogue;
  drafts: Drafts;
  draftRemoval: DraftRemoval;
  attachments: Attachments;
  submissions: Submissions;
  prints: PrintService;
  judging: Judging;
  blankPrints: BlankPrintService;
  people: People;
  registers: Registers;
  /** To whom forms go. */
  teams: Teams;
  jobs: Jobs;
  /** Reads forms and registers; to be awaited before the first request. */
  load: () => Promise<void>;
}

const draftId = (value: unknown): string => (typeof value === 'string' ? value : '');

export const createFormServices = (core: Core): FormServices => {
  const { config, clock, log, tracing, store, blobs, scanner, relay, accounts, limits, audit, readiness, myData } =
    core;
  const { timeZone, formsDir, serveUnpublished } = config;
  const { kick } = relay;
  const catalogue = createCatalogue({
    store,
    formsDir,
    serveUnpublished,
    offerFaulty: core.offerFaulty ?? false,
    log,
  });
  const registers = createRegisters({ registersDir: join(config.councilDir, 'registers') });
  const people = createPeople({ store, clock, audit });
  const teams = createTeams({ store, config, audit });
  const room = createRoom({ store, clock, config });
  const drafts = createDrafts({ store, clock, timeZone, catalogue, registers, accounts, room });
  const attachments = createAttachments({ store, clock, audit, blobs, scanner, drafts, room });
  const draftRemoval = createDraftRemoval({ store, clock, audit, drafts, attachments, room });
  const judging = createJudging();
  const prints = createPrintService({ clock, timeZone, catalogue, drafts, judging });
  const blankPrints = createBlankPrintService({ config, teams, drafts });
  const submissions = createSubmissions({
    store,
    clock,
    audit,
    timeZone,
    catalogue,
    drafts,
    attachments,
    judging,
    people,
    teams,
    limits,
    room,
    kick,
  });
  const retention = createRetention({ store, blobs, clock, attachments, draftRemoval });
  const reminders = createReminders({ store, clock, timeZone, catalogue, kick });
  const rescan = createRescan({ store, blobs, clock, scanner, audit });

  relay.handle(recordWork, ({ values }) => submissions.record(draftId(values['draft'])));
  relay.handle(removeDraftWork, (_, { id }) => draftRemoval.finish(id));
  relay.handle(personWork, ({ values }) => submissions.notePerson(draftId(values['submission'])));
  for (const [heading, part] of formsOfAccount({ store, people, drafts, submissions })) myData.set(heading, part);
  if (scanner !== undefined || !config.demonstration) readiness.add('scanner', scannerState({ store, clock, scanner }));
  readiness.add('forms', () => {
    const { served, refused } = catalogue.state();
    const words = [
      ...refused.map(({ form, version, reason }) => `${form} ${version}: ${reason}`),
      ...registers.problems(),
    ];
    if (served.length === 0) words.unshift('No form is served.');
    return words.length === 0 ? undefined : { fatal: served.length === 0, detail: words.join(' ') };
  });

  return {
    catalogue,
    drafts,
    draftRemoval,
    attachments,
    submissions,
    prints,
    judging,
    blankPrints,
    people,
    registers,
    teams,
    jobs: createJobs({ store, clock, log, timeZone, tracing }, [
      { name: 'reminders', everyMinutes: 60, byDay: true, run: reminders.remind },
      { name: 'expired-drafts', everyMinutes: 60, run: retention.expireDrafts },
      { name: 'removed-documents', everyMinutes: 30, run: retention.eraseAttachments },
      { name: 'lost-bytes', everyMinutes: 24 * 60, run: retention.eraseLostBytes },
      { name: 'waiting-documents', everyMinutes: 2, run: rescan },
    ]),
    load: async () => {
      await Promise.all([catalogue.reload(), registers.reload()]);
    },
  };
};
