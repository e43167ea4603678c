/** What stands around the questions of a form on paper: how to fill it in, where to sign, where to send it. */
import type { TaskRules } from '../definition/definition.ts';
import type { AskedQuestion, BlankBlock, BlankSection, Room } from './blank-document.ts';
import type { SayBlank } from './blank-words.ts';

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

export const howToSection = (say: SayBlank): BlankSection => ({
  id: 'paper.how-to',
  heading: say('howTo'),
  blocks: notes(say('howTo.pen'), say('howTo.required'), say('howTo.when'), say('howTo.room')),
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

const signature = (say: SayBlank, role: boolean): BlankBlock[] => {
  const full: Room = { kind: 'line', width: 'full', before: '', written: [] };
  const date: Room = { kind: 'date', parts: [say('day'), say('month'), say('year')], written: '' };
  return [
    line(say('sign.name'), full),
    ...(role ? [line(say('sign.role'), full)] : []),
    line(say('sign.signature'), { kind: 'lines', count: 2, written: [] }),
    line(say('sign.date'), date),
  ];
};

/** A form on paper is signed by whoever fills it in: nothing else tells who that was. */
export const signSection = (say: SayBlank, counter: TaskRules['counterSignature']): BlankSection => ({
  id: 'paper.sign',
  heading: say('sign'),
  blocks: [
    ...notes(say('sign.lead')),
    ...signature(say, false),
    ...(counter === 'none'
      ? []
      : [
          { kind: 'heading' as const, text: say('sign.counter') },
          ...(counter === 'optional' ? notes(say('sign.counter.optional')) : []),
          ...signature(say, true),
        ]),
  ],
});

export const sendSection = (say: SayBlank, { council, team, address, email, phone }: SendTo): BlankSection => ({
  id: 'paper.send',
  heading: say('send'),
  blocks: notes(
    say('send.lead'),
    ...[team, council, ...address.split('\n')].map((each) => each.trim()).filter(Boolean),
    ...(email === '' ? [] : [say('send.email', { email })]),
    ...(phone === '' ? [] : [say('send.phone', { phone })]),
  ),
});
