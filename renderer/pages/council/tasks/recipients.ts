/** Whom a form is sent to, and what comes of their being away. */
import type { Recipient } from '../../../../wire/task.ts';

export type Away = NonNullable<Recipient['away']>;

export const keyOf = ({ kind, id }: Pick<Recipient, 'kind' | 'id'>): string => `${kind}:${id}`;

/** `chosen` with whoever somebody has named in their absence in their place, once. */
export const instead = (chosen: readonly Recipient[], absent: Recipient): Recipient[] => {
  const deputy = absent.away?.instead;
  if (deputy === undefined) return [...chosen];
  const added: Recipient = {
    kind: 'user',
    id: deputy.id,
    name: deputy.name,
    detail: `for ${absent.name}, who is away`,
  };
  const others = chosen.filter((each) => keyOf(each) !== keyOf(absent));
  return others.some((each) => keyOf(each) === keyOf(added))
    ? others
    : chosen.map((each) => (keyOf(each) === keyOf(absent) ? added : each));
};

/** Those who are away and of whom nothing is decided yet. */
export const undecided = (chosen: readonly Recipient[], despite: ReadonlySet<string>): Recipient[] =>
  chosen.filter(({ id, away }) => away !== undefined && !despite.has(id));

/** `chosen` with what the server has said about who is away. */
export const withAway = (chosen: readonly Recipient[], said: readonly Recipient[]): Recipient[] =>
  chosen.map((each) => {
    const away = said.find((other) => keyOf(other) === keyOf(each))?.away;
    return away === undefined ? each : { ...each, away };
  });
