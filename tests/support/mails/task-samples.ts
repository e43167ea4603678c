/** Mails about tasks: one for each thing that may happen to one. */
import { expectStatus } from '../angling.ts';
import { again, act, draftOf, save, send, taskOf, toUser, type Sent } from '../bank.ts';
import type { SignedIn } from '../portal.ts';
import type { MailBank } from './portal.ts';
import type { MailSample, MakeSample } from './sample.ts';

const form = 'Report on a bank';
const firstPage = 'Whose bank';
const rivers = 'rivers@council.example';

/** Everybody signed in again, for the clock was moved. */
const now = async (bank: MailBank): Promise<MailBank> => ({
  ...bank,
  officer: await again(bank.portal, bank.officer),
  warden: await again(bank.portal, bank.warden),
  chief: await again(bank.portal, bank.chief),
});

const mail = (reader: SignedIn, words: string, heading: string, ...finds: string[]): MailSample => ({
  to: reader.email,
  reader,
  links: [{ words, heading, finds, own: true }],
});
const teamMail = (bank: MailBank, ...finds: string[]): MailSample => ({
  ...mail(bank.officer, 'Open the task', form, ...finds),
  to: rivers,
});

const toGroup = ({ group }: MailBank) => ({ kind: 'group' as const, id: group._id });
const acted = async (person: SignedIn, task: Sent, name: string, body: Record<string, unknown> = {}): Promise<Sent> =>
  taskOf(await act(person, task, name, body));

const submit = async (bank: MailBank): Promise<Sent> => {
  const { warden } = bank;
  const task = await acted(warden, await send(bank, toUser(warden)), 'open');
  const { revision } = taskOf(await save(warden, await draftOf(warden, task), { report: 'Dry', reason: 'fence' }));
  return taskOf(await warden.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
};

/** A task of its own is reminded of, some days after it was sent. */
const reminded =
  (days: number, ...finds: string[]): MakeSample =>
  async (given) => {
    const bank = await now(given);
    const person = await bank.portal.signedIn({ profile: { professional: true } });
    await send(bank, toUser(person));
    bank.portal.clock.forward({ days });
    await bank.portal.services.tasks.remind();
    return [mail(person, 'Open the form', firstPage, ...finds)];
  };

export const taskSamples: Record<string, MakeSample> = {
  'task assigned': async (given) => {
    const bank = await now(given);
    await send(bank, toUser(bank.warden), { comments: 'Please look at the bank' });
    return [mail(bank.warden, 'Open the form', firstPage, 'Please look at the bank', 'Next')];
  },
  'task offered': async (given) => {
    const bank = await now(given);
    await send(bank, toGroup(bank));
    return [mail(bank.warden, 'See the form', form, 'Nobody has it yet', 'Pickup')];
  },
  'task re-assigned': async (given) => {
    const bank = await now(given);
    const task = await send(bank, toUser(bank.warden));
    await acted(bank.officer, task, 're-assign', { to: toUser(bank.chief), comment: 'Please sign' });
    return [mail(bank.chief, 'Open the form', firstPage, 'Please sign', 'Next')];
  },
  'task taken-over': async (given) => {
    const bank = await now(given);
    const held = await acted(bank.warden, await send(bank, toGroup(bank)), 'pick-up');
    await acted(bank.chief, held, 'take-over');
    return [mail(bank.warden, 'See who has it', form, 'Chris Chief')];
  },
  'task retracted': async (given) => {
    const bank = await now(given);
    const task = await send(bank, toUser(bank.warden));
    await acted(bank.officer, task, 'retract', { comment: 'Sent by mistake' });
    return [mail(bank.warden, 'Read the reason', form, 'Reason: Sent by mistake')];
  },
  'task reopened': async (given) => {
    const bank = await now(given);
    await acted(bank.officer, await submit(bank), 'reopen', { comment: 'Which bank?' });
    return [mail(bank.warden, 'Open the form', firstPage, 'Which bank?', 'Next')];
  },
  'task extended': async (given) => {
    const bank = await now(given);
    const task = await send(bank, toUser(bank.warden));
    await acted(bank.officer, task, 'extend', { dueOn: '2031-05-09' });
    return [mail(bank.warden, 'Open the form', firstPage, '09-May-2031', 'Next')];
  },
  'task returned': async (given) => {
    const bank = await now(given);
    const task = await send(bank, toUser(bank.warden));
    await acted(bank.warden, task, 'return', { comment: 'Not my river' });
    return [teamMail(bank, 'Not my river', 'Re-assign')];
  },
  'task week': reminded(8),
  'task day': reminded(14),
  'task overdue': reminded(16, 'overdue'),
  'task expired': async (given) => {
    const bank = await now(given);
    const person = await bank.portal.signedIn({ profile: { professional: true } });
    await send(bank, toUser(person));
    bank.portal.clock.forward({ days: 60 });
    await bank.portal.services.tasks.expire();
    return [
      mail(person, 'Open the task', form, 'because it was not submitted in time'),
      teamMail(bank, 'Żółta O’Neill'),
    ];
  },
  'task unsent': async (given) => {
    const bank = await now(given);
    const { officer, portal } = bank;
    const date = new Date(portal.clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
    const subject = { firstName: 'Nora', lastName: 'Nowhere', dateOfBirth: '2016-05-04', identifiers: {} };
    const values = { 'permit.date': date, 'permit.club': 'A club without people' };
    expectStatus(await officer.post('/api/cases', { subject, team: 'rivers', values }), 201);
    await portal.services.schedules.run();
    return [
      {
        to: rivers,
        reader: officer,
        links: [{ words: 'Open the case', heading: 'Nora Nowhere', finds: ['Send a form'], own: true }],
      },
    ];
  },
};
