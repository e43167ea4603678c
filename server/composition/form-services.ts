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
  type Reminders,
  type Room,
  createAttachments,
  createDraftRemoval,
  createDrafts,
  createPeople,
  createReminders,
  createRoom,
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
} from '../modules/submissions/index.ts';
import type { Core } from './foundations.ts';
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
  room: Room;
  reminders: Reminders;
}

export const createFormServices = (core: Core): FormServices => {
  const { config, clock, log, tracing, store, blobs, scanner, relay, accounts, limits, audit } = core;
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
  const attachments = createAttachments({ store, clock, log, audit, blobs, scanner, drafts, room });
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
  const reminders = createReminders({ store, clock, timeZone, catalogue, kick });

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
    room,
    reminders,
    jobs: createJobs({ store, clock, log, timeZone, tracing }, []),
  };
};
