/** What stands around the questions of a form on paper: how to fill it in, where to sign, where to send it. */
import type { TaskRules } from '../definition/model/definition.ts';
import type { AskedQuestion, BlankBlock, BlankSection, Room } from './blank-document.ts';
import type { BlankTranslate } from './blank-words.ts';

/** The council's settings that tell where a form goes. */
export interface SendTo {
  council: string;
  team: string;
  /** With line breaks; empty where none is set. */
  address: string;
  email: string;
  phone: string;
}

const notes = (...lines: string[]): BlankBlock[] => lines.map((text) => ({ kind: 'note', text }));

export const howToSection = (t: BlankTranslate): BlankSection => ({
  id: 'paper.how-to',
  heading: t('howTo'),
  blocks: notes(t('howTo.pen'), t('howTo.required'), t('howTo.when'), t('howTo.room')),
});

const line = (question: string, room: Room): AskedQuestion => ({
  kind: 'asked',
  pointer: '',
  question,
  required: false,
  help: [],
  when: [],
  room,
});

const signature = (t: BlankTranslate, role: boolean): BlankBlock[] => {
  const full: Room = { kind: 'line', width: 'full', before: '', written: [] };
  const date: Room = { kind: 'date', parts: [t('day'), t('month'), t('year')], written: '' };
  return [
    line(t('sign.name'), full),
    ...(role ? [line(t('sign.role'), full)] : []),
    line(t('sign.signature'), { kind: 'lines', count: 2, written: [] }),
    line(t('sign.date'), date),
  ];
};

/** A form on paper is signed by whoever fills it in: nothing else tells who that was. */
export const signSection = (t: BlankTranslate, counter: TaskRules['counterSignature']): BlankSection => ({
  id: 'paper.sign',
  heading: t('sign'),
  blocks: [
    ...notes(t('sign.lead')),
    ...signature(t, false),
    ...(counter === 'none'
      ? []
      : [
          { kind: 'heading' as const, text: t('sign.counter') },
          ...(counter === 'optional' ? notes(t('sign.counter.optional')) : []),
          ...signature(t, true),
        ]),
  ],
});

export const sendSection = (t: BlankTranslate, { council, team, address, email, phone }: SendTo): BlankSection => ({
  id: 'paper.send',
  heading: t('send'),
  blocks: notes(
    t('send.lead'),
    ...[team, council, ...address.split('\n')].map((each) => each.trim()).filter(Boolean),
    ...(email === '' ? [] : [t('send.email', { email })]),
    ...(phone === '' ? [] : [t('send.phone', { phone })]),
  ),
});
