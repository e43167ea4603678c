import { signersInWords } from '../../../engine/index.ts';
import type { Recipient, Task, TaskPerson } from '../../../wire/task.ts';
import { Notice } from '../../parts/Notice.tsx';

type Signed = Pick<Task, 'counterSignature' | 'counterSignedBy'>;

/** “A manager, Head teacher or Principal, has to counter-sign it before it is submitted.” */
export const counterSignatureWords = ({ counterSignature, counterSignedBy }: Signed): string => {
  const who = counterSignedBy === undefined ? 'A manager' : `A manager who is ${signersInWords(counterSignedBy)}`;
  return counterSignature === 'required'
    ? `${who} has to counter-sign it before it is submitted.`
    : `${who} may counter-sign it; it can be submitted without.`;
};

/** Who of those to whom a task can go may counter-sign it. */
export const CounterSigners = ({ task, people }: { task: Task; people: readonly TaskPerson[] }) => {
  if (task.counterSignature === 'none') return null;
  const who = people.filter(({ mayCounterSign }) => mayCounterSign === true).map(({ name }) => name);
  if (who.length > 0)
    return (
      <p>
        {counterSignatureWords(task)} Of the people below, {signersInWords(who)} may do so.
      </p>
    );
  if (task.counterSignature === 'optional') return <p>{counterSignatureWords(task)} Nobody below may do so.</p>;
  return (
    <Notice kind="warning">
      <p>
        {counterSignatureWords(task)} Nobody below may do so: it has to be somebody who manages a person that wrote in
        it. Ask {task.team.name} to re-assign it.
      </p>
    </Notice>
  );
};

/** Who may counter-sign a form that goes to somebody, where it is counter-signed. */
export const CounterSignNote = ({ to: { name, counterSigners, mayCounterSign } }: { to: Recipient }) =>
  counterSigners === undefined ? null : (
    <span className="row-note">
      {mayCounterSign === true && `${name} may counter-sign it. `}
      {counterSigners.length > 0
        ? `${signersInWords(counterSigners)} may counter-sign what ${name} writes.`
        : `Nobody may counter-sign what ${name} writes.`}
    </span>
  );
