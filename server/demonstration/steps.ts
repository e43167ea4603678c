/** What happens in the story of a case of the demonstration, a step each. */
import Type, { type Static, type TProperties } from 'typebox';

const closed = { additionalProperties: false };

/**
 * Every step has its `day`, counted from today (0); one that falls on Saturday or Sunday is taken back to Friday. `by` and `to` are an address,
 * or `officer`, `member` and `manager` of the case and its work group; `to` may be `group` too. `task` names one that was sent in the story.
 */
const step = <K extends string, P extends TProperties>(kind: K, more: P) =>
  Type.Object({ day: Type.Integer({ maximum: 0 }), do: Type.Literal(kind), ...more }, closed);

const task = Type.String();
const by = Type.String();
const comment = Type.String();

export const Step = Type.Union([
  /** `on`: the day of the event, counted from today, where it is not the day on which it is noted. */
  step('note', { event: Type.String(), on: Type.Optional(Type.Integer()), about: Type.Optional(Type.String()) }),
  /** An exception. `to` and `target` are counted from today. */
  step('pause', {
    to: Type.Optional(Type.Integer()),
    code: Type.String(),
    target: Type.Optional(Type.Integer()),
    reason: Type.String(),
  }),
  step('send', {
    task,
    form: Type.String(),
    to: Type.String(),
    /** Day by which it is required, from today; the form's own time when absent. */
    due: Type.Optional(Type.Integer()),
    comments: Type.Optional(Type.String()),
    /** The sender's answers, by name in `answers.json`. */
    sends: Type.Optional(Type.String()),
  }),
  step('pick-up', { task, by }),
  step('open', { task, by }),
  /** Opens it, writes answers by their name in `answers.json`, and puts it down. `pages` are then done. */
  step('write', { task, by, answers: Type.String(), pages: Type.Optional(Type.Array(Type.String())) }),
  step('re-assign', { task, by, to: Type.String(), comment }),
  step('return', { task, by, comment }),
  step('retract', { task, comment }),
  step('extend', { task, due: Type.Integer(), comment }),
  step('counter-sign', { task, by, role: Type.String() }),
  step('submit', { task, by }),
  step('message', { task, by, text: Type.String() }),
  /** The council's response to what was submitted. */
  step('respond', { task, text: Type.String() }),
]);
export type Step = Static<typeof Step>;
