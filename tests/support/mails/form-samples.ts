/** Mails about forms that were begun or submitted, responses and messages. */
import { beginComplete, expectStatus } from '../angling.ts';
import { act, again, send, toUser } from '../bank.ts';
import type { SignedIn } from '../portal.ts';
import type { MailBank } from './portal.ts';
import type { MakeSample } from './sample.ts';

const form = 'Angling permit';
const team = 'upper@council.example';

const submitted = async ({ portal }: MailBank): Promise<{ person: SignedIn; id: string }> => {
  const person = await portal.signedIn();
  const { id, revision } = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  await portal.mail();
  return { person, id };
};

export const formSamples: Record<string, MakeSample> = {
  'notice submitted': async (bank) => {
    const { person } = await submitted(bank);
    return [
      {
        to: person.email,
        reader: person,
        links: [{ words: 'See your form', heading: form, finds: ['Żółta'], own: true }],
      },
    ];
  },
  'notice received': async (bank) => {
    await submitted(bank);
    return [
      {
        to: team,
        reader: bank.officer,
        links: [{ words: 'Open the form', heading: form, finds: ['Żółta'], own: true }],
      },
    ];
  },
  'notice moved': async (bank) => {
    const { portal } = bank;
    const [officer, warden, chief] = [
      await again(portal, bank.officer),
      await again(portal, bank.warden),
      await again(portal, bank.chief),
    ];
    const task = await send({ ...bank, officer }, toUser(warden));
    expectStatus(await act(officer, task, 're-assign', { to: toUser(chief) }), 200);
    const link = { words: 'See what happened to it', heading: 'Report on a bank', finds: ['Chris Chief'], own: true };
    return [{ to: warden.email, reader: warden, links: [link] }];
  },
  'notice link': async (bank) => {
    const { person, id } = await submitted(bank);
    expectStatus(await person.post(`/api/submissions/${id}/email`), 202);
    return [
      {
        to: person.email,
        reader: person,
        links: [{ words: 'See the form', heading: form, finds: ['Żółta'], own: true }],
      },
    ];
  },
  'notice reminder': async (bank) => {
    const { portal } = bank;
    const person = await portal.signedIn();
    await beginComplete(person);
    portal.clock.forward({ days: 24 });
    await portal.services.jobs.runAll();
    return [
      {
        to: person.email,
        reader: person,
        links: [{ words: 'Continue your form', heading: 'Who wants to fish', finds: ['Next'], own: true }],
      },
    ];
  },
  response: async (bank) => {
    const { person, id } = await submitted(bank);
    const officer = await again(bank.portal, bank.officer);
    expectStatus(await officer.post(`/api/submissions/${id}/response`, { text: 'The permit is in the post.' }), 200);
    return [
      {
        to: person.email,
        reader: person,
        links: [{ words: 'Read the response', heading: form, finds: ['The permit is in the post.'], own: true }],
      },
    ];
  },
  message: async (bank) => {
    const { portal } = bank;
    const { person, id } = await submitted(bank);
    const [officer, warden] = [await again(portal, bank.officer), await again(portal, bank.warden)];
    const link = (heading: string, text: string) => ({
      links: [{ words: 'Read the message', heading, finds: [text], own: true }],
    });
    const write = async (by: SignedIn, kind: string, about: string, text: string) =>
      expectStatus(await by.post(`/api/threads/${kind}/${about}`, { text }), 201);
    await write(officer, 'submission', id, 'Which river?');
    await write(person, 'submission', id, 'The upper one.');
    const task = await send({ ...bank, officer }, toUser(warden));
    await write(officer, 'task', task.id, 'By Friday, please.');
    await write(warden, 'task', task.id, 'On Thursday.');
    return [
      { to: person.email, reader: person, ...link(form, 'Which river?') },
      { to: team, reader: bank.officer, ...link(form, 'The upper one.') },
      { to: warden.email, reader: warden, ...link('Whose bank', 'By Friday, please.') },
      { to: 'rivers@council.example', reader: bank.officer, ...link('Report on a bank', 'On Thursday.') },
    ];
  },
};
