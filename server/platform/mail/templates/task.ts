/**
 * What happens to a task. Values: `event`, `form` (its title), `team`, `due` (a date in words, or empty), `path`. Comments and reasons stand
 * on the page only, for they may name the person whom the form is about.
 */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

interface Words {
  subject: string;
  paragraphs: string[];
  link: string;
}

const by = (due: string): string => (due === '' ? '' : ` It is required by ${due}.`);

export const taskEvents: Record<string, (form: string, team: string, due: string) => Words> = {
  assigned: (form, team, due) => ({
    subject: `A form for you: ${form}`,
    paragraphs: [`${team} asks you to fill in the form “${form}”.${by(due)}`],
    link: 'Open the form',
  }),
  offered: (form, team, due) => ({
    subject: `A form for your work group: ${form}`,
    paragraphs: [
      `${team} asks your work group to fill in the form “${form}”.${by(due)}`,
      'Whoever picks it up has it. The others can see who that is.',
    ],
    link: 'See the form',
  }),
  're-assigned': (form, _team, due) => ({
    subject: `A form was handed to you: ${form}`,
    paragraphs: [`The form “${form}” was re-assigned to you.${by(due)} What others wrote in it is there.`],
    link: 'Open the form',
  }),
  'taken-over': (form) => ({
    subject: `Somebody else has the form now: ${form}`,
    paragraphs: [`The form “${form}”, which you had, was taken over by somebody else. What you saved in it is kept.`],
    link: 'See who has it',
  }),
  retracted: (form, team) => ({
    subject: `A form was retracted: ${form}`,
    paragraphs: [
      `${team} has retracted the form “${form}”. You do not need to do anything more.`,
      'You can read the reason with the form. What was written can be read for 30 days.',
    ],
    link: 'Read the reason',
  }),
  reopened: (form, team, due) => ({
    subject: `A form is open again: ${form}`,
    paragraphs: [`${team} asks you to continue with the form “${form}”. Their request is shown with it.${by(due)}`],
    link: 'Open the form',
  }),
  extended: (form, team, due) => ({
    subject: `More time for a form: ${form}`,
    paragraphs: [`${team} has given you more time for the form “${form}”.${by(due)}`],
    link: 'Open the form',
  }),
  returned: (form) => ({
    subject: `A form was given back: ${form}`,
    paragraphs: [`The form “${form}” was given back. The reason is shown with it. Nobody has it now.`],
    link: 'Open the task',
  }),
  expired: (form, team) => ({
    subject: `A form was closed unanswered: ${form}`,
    paragraphs: [`The form “${form}”, sent by ${team}, was not submitted in time and is closed.`],
    link: 'Open the task',
  }),
  unsent: (form, _team, due) => ({
    subject: `A form could not be sent automatically: ${form}`,
    paragraphs: [
      `The form “${form}” is due to go out for the date ${due}, but no work group was found to send it to.`,
      'Send it from the case, or give the case the name of an organisation that has a work group.',
    ],
    link: 'Open the case',
  }),
  week: (form, team, due) => ({
    subject: `A form is due in a week: ${form}`,
    paragraphs: [`${team} is waiting for the form “${form}”.${by(due)}`],
    link: 'Open the form',
  }),
  day: (form, team, due) => ({
    subject: `A form is due tomorrow: ${form}`,
    paragraphs: [`${team} is waiting for the form “${form}”.${by(due)}`],
    link: 'Open the form',
  }),
  overdue: (form, team, due) => ({
    subject: `A form is overdue: ${form}`,
    paragraphs: [`${team} is waiting for the form “${form}”, which was required by ${due}.`],
    link: 'Open the form',
  }),
};

export const task: MailTemplate = ({ event, form, team, due, path }) => {
  const words = taskEvents[textOf(event)];
  if (words === undefined) throw new Error(`There is no mail about a task for “${textOf(event)}”`);
  const { subject, paragraphs, link } = words(textOf(form), textOf(team), textOf(due));
  return {
    subject,
    blocks: [...paragraphs.map((paragraph) => ({ paragraph })), { link, path: textOf(path) }],
  };
};
