/** Fills the service with the demonstration that the council's folder holds. */
import { openStorage } from '../platform/storage/open.ts';
import { noTracing } from '../platform/tracing/tracing.ts';
import type { Foundations } from '../composition/foundations.ts';
import { createServices } from '../composition/services.ts';
import type { DemoAccount } from '../modules/service/index.ts';
import type { DemonstrationParts } from './parts.ts';
import { today } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Transport } from '../platform/mail/transport.ts';
import { dayFrom } from './days.ts';
import { readDemonstration } from './demonstration.ts';
import type { Demonstration } from './demonstration.ts';
import { seedForm } from './forms.ts';
import { collection, id, readMark } from './mark.ts';
import { makePeople } from './people.ts';
import { setBackClock } from './set-back-clock.ts';
import type { SetBackClock } from './set-back-clock.ts';
import { createStories } from './stories.ts';
import { timelineOf } from './timeline.ts';

/** What was told in the past has been read: no mail about it goes out today. */
const silence: Transport = {
  send: () => Promise.resolve(),
  answers: () => Promise.resolve(true),
  close: () => undefined,
};

/** Shows on the sign-in page who can sign in. */
export const showAccounts = async ({
  config,
  demoAccounts,
}: {
  config: Config;
  demoAccounts: DemoAccount[];
}): Promise<void> => {
  const { accounts } = await readDemonstration(config.councilDir);
  const shown = accounts.flatMap(({ email, password, who }) =>
    password === undefined || who === undefined ? [] : [{ email, password, who }],
  );
  demoAccounts.splice(0, demoAccounts.length, ...shown);
};

export interface Seeding {
  /** Everything is there, or as much as there was time for. */
  done: Promise<void>;
  /** Leaves off; the next start goes on from there. */
  stop: () => Promise<void>;
}

/**
 * Makes everybody that the demonstration names, then goes on with everything else, as if it had happened on its days. Started again, it adds
 * nothing. What can no longer be done as it is written is told in the log and left out.
 */
export const seedDemonstration = async (foundations: Foundations): Promise<Seeding> => {
  const { config, clock, log, store } = foundations;
  const found = await readMark(store);
  if (found?.finished) return { done: Promise.resolve(), stop: () => Promise.resolve() };
  const demonstration = await readDemonstration(config.councilDir);
  const day = found?.day ?? today(clock, config.timeZone);
  if (found === undefined) await store.insert(collection, { _id: id, day, done: 0, finished: false });
  // Until a moment ago, so that nothing that happens from now on is taken for a part of it.
  const past = setBackClock(new Date(clock.now().getTime() - 1000));
  const storage = await openStorage(config, past);
  const own = createServices({
    ...foundations,
    ...storage,
    clock: past,
    transport: silence,
    tracing: noTracing,
    scanner: undefined,
  });
  await own.load();
  past.set(new Date(`${dayFrom(day, -400)}T09:00:00Z`));
  await makePeople(own, demonstration, day);

  let stopping = false;
  const goOn = async (): Promise<void> => {
    try {
      await happenAll(own, past, demonstration, day, found?.done ?? 0, () => stopping);
      if (stopping) return;
      past.set(clock.now());
      await own.cases.recount();
      await own.relay.run();
      await store.patch(collection, { _id: { eq: id } }, { set: { finished: true } });
    } catch (error) {
      log.error({ err: error }, 'demonstration not finished');
    } finally {
      await own.relay.stop();
      await storage.closeBlobs();
      await storage.store.close();
    }
  };
  const done = goOn();
  return {
    done,
    stop: () => {
      stopping = true;
      return done;
    },
  };
};

/** Days before today on which the service itself did what it does by the clock. */
const daysByClock = 75;

const happenAll = async (
  services: DemonstrationParts,
  clock: SetBackClock,
  demonstration: Demonstration,
  day: string,
  done: number,
  stopping: () => boolean,
): Promise<void> => {
  const { store, log, tasks, schedules } = services;
  const claim = async (number: number): Promise<boolean> => {
    const filter = { _id: { eq: id }, done: { eq: number } };
    return (await store.patch(collection, filter, { set: { done: number + 1 } })) !== undefined;
  };
  const stories = createStories(services, demonstration, day);
  let number = 0;
  const once = async (what: object, run: () => Promise<void>, recall?: () => Promise<void>): Promise<void> => {
    const turn = number;
    number += 1;
    if (stopping()) return;
    try {
      if (turn < done) await recall?.();
      else if (await claim(turn)) await run();
    } catch (error) {
      log.warn({ ...what, err: error }, 'part of the demonstration not made');
    }
  };
  const byClock = async (on: string): Promise<void> => {
    clock.set(new Date(`${on}T08:00:00Z`));
    await schedules.run();
    await tasks.remind();
    await tasks.expire();
  };
  const happenings = timelineOf(demonstration, day);
  let next = 0;
  for (let on = happenings[0]?.on ?? day; on <= day && !stopping(); on = dayFrom(on, 1)) {
    if (on >= dayFrom(day, -daysByClock)) await byClock(on);
    for (let minutes = 0; happenings[next]?.on === on; next += 1, minutes += 3) {
      const happening = happenings[next];
      if (happening === undefined) break;
      clock.set(new Date(Date.parse(`${on}T09:00:00Z`) + minutes * 60_000));
      const what = { case: happening.number, story: happening.case.story, step: happening.step };
      await once(
        what,
        () => stories.happen(happening),
        () => stories.recall(happening),
      );
    }
  }
  for (const form of demonstration.forms) await once({ form: form.form }, () => seedForm(services, clock, form, day));
};
