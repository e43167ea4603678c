/** docs/reference/tasks.md, drawn from the engine's table of what may happen to a task. */
import {
  taskConditions,
  taskGuards,
  taskRelations,
  taskStates,
  taskTable,
  type TaskGuard,
  type TaskTransition,
} from '../../engine/index.ts';

type Table = (head: string[], rows: string[][]) => string;

const stateId = (name: string): string => (name === 'none' ? '[*]' : name.replaceAll('-', '_'));

/** One arrow for each pair of states, with the events that lead from one to the other; none for what stays as it is. */
const diagram = (): string => {
  const arrows = new Map<string, Set<string>>();
  for (const { event, from, to } of taskTable)
    for (const state of from.filter((each) => to !== 'same' && each !== to)) {
      const arrow = `${stateId(state)} --> ${stateId(to)}`;
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(event));
    }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.keys(taskStates).map((name) => `  state "${name}" as ${stateId(name)}`),
    ...[...arrows].map(([arrow, events]) => `  ${arrow}: ${[...events].join(', ')}`),
    '```',
  ].join('\n');
};

const conditionsOf = ({ when, guards }: TaskTransition): string => {
  const words = guards.map((name) => taskGuards[name].about);
  return [...(when ? [taskConditions[when].about] : []), ...words].join('; ');
};

/** Of several guards with one code, every one is told. */
const refusals = (): string[][] => {
  const codes = new Map<string, string[]>();
  const guards: TaskGuard[] = Object.values(taskGuards);
  for (const { code, about } of guards) codes.set(code, [...(codes.get(code) ?? []), about]);
  return [...codes].map(([code, abouts]) => [`\`${code}\``, abouts.join('; or: ')]);
};

export const taskTableDocument = (table: Table): string =>
  [
    'Everything that may happen to a task: what the table does not name is refused, and a refusal changes nothing. The sentence of a refusal names who has the task and since when.',
    '## States',
    table(
      ['state', 'what it means'],
      Object.entries(taskStates).map(([name, about]) => [`\`${name}\``, about]),
    ),
    diagram(),
    '## Who',
    table(
      ['name', 'who that is'],
      Object.entries(taskRelations).map(([name, about]) => [`\`${name}\``, about]),
    ),
    '## Events',
    'Of several lines for one state and event, the first counts whose person and case fit.',
    table(
      ['event', 'from', 'to', 'who', 'provided that', 'what comes of it'],
      taskTable.map((line) => [
        `\`${line.event}\``,
        line.from.map((name) => `\`${name}\``).join(', '),
        `\`${line.to}\``,
        line.who.map((name) => `\`${name}\``).join(', '),
        conditionsOf(line),
        line.effect,
      ]),
    ),
    '## Refusals',
    'Besides these, `no-task` (there is none), `closed` (it was submitted, retracted or has expired), `not-possible` (the table has no such line) and `not-allowed` (the line is for somebody else). A `code` never changes its meaning.',
    table(['code', 'it would have to hold that'], refusals()),
  ].join('\n\n');
