import { expect, test } from 'vitest';
import { createFairQueue, QueueFullError } from './fair-queue.ts';

/** A queue whose work ends when it is told to, and what was begun so far. */
const controlled = (slots: number) => {
  const queue = createFairQueue({ slots, mostWaiting: 20, mostOfOne: 5 });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (person: string, name: string): Promise<string> =>
    queue.run(person, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const end = async (name: string, asked: Promise<string>): Promise<void> => {
    ends.get(name)?.();
    await asked;
    await Promise.resolve();
  };
  return { queue, begun, ask, end };
};

test('the turn goes round between people, however much one of them asked for', async () => {
  const { begun, ask, end } = controlled(1);
  const [a1, a2, a3] = ['a1', 'a2', 'a3'].map((name) => ask('Ada', name));
  const [b1, b2] = ['b1', 'b2'].map((name) => ask('Ben', name));
  const c1 = ask('Cyd', 'c1');
  for (const [name, asked] of Object.entries({ a1, b1, c1, a2, b2, a3 })) if (asked) await end(name, asked);
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('nobody has two slots at the same time', async () => {
  const { queue, begun, ask, end } = controlled(3);
  const a1 = ask('Ada', 'a1');
  void ask('Ada', 'a2');
  void ask('Ben', 'b1');
  expect(begun).toEqual(['a1', 'b1']);
  expect(queue.state()).toEqual({ waiting: 1, running: 2 });
  await end('a1', a1);
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('what fails makes room for the next', async () => {
  const { queue, begun, ask } = controlled(1);
  const failing = queue.run('Ada', () => Promise.reject(new Error('broken')));
  void ask('Ben', 'b1');
  await expect(failing).rejects.toThrow('broken');
  await Promise.resolve();
  expect(begun).toEqual(['b1']);
});

test('more than may wait is refused, of one person before it is of all', async () => {
  const { ask } = controlled(1);
  void ask('Zoë', 'z');
  for (let index = 0; index < 5; index += 1) void ask('Ada', `a${index}`);
  await expect(ask('Ada', 'one more')).rejects.toThrow(QueueFullError);
  for (let index = 0; index < 15; index += 1) void ask(`Person ${index}`, `p${index}`);
  await expect(ask('Ben', 'too many')).rejects.toThrow(QueueFullError);
});
