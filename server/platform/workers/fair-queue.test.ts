import { afterEach, expect, test, vi } from 'vitest';
import { createFairQueue, QueueFullError, type QueueOptions } from './fair-queue.ts';

afterEach(() => vi.useRealTimers());

/** A queue whose work ends when it is told to, and what was begun so far. */
const controlled = (slots: number) => {
  const queue = createFairQueue({ slots, mostWaiting: 20, mostOfOne: 5 });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (person: string, name: string, asked?: QueueOptions): Promise<string> =>
    queue.run(
      person,
      async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
        return name;
      },
      asked,
    );
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

test('long work never has all slots: whoever asks for something short goes past it', async () => {
  const { begun, ask, end } = controlled(2);
  const long = { long: true };
  const a1 = ask('Ada', 'a1', long);
  const b1 = ask('Ben', 'b1', long);
  const c1 = ask('Cyd', 'c1', long);
  expect(begun).toEqual(['a1']);
  const d1 = ask('Dee', 'd1');
  const b2 = ask('Ben', 'b2');
  expect(begun).toEqual(['a1', 'd1']);
  await end('d1', d1);
  expect(begun).toEqual(['a1', 'd1', 'b2']);
  await end('b2', b2);
  expect(begun).toEqual(['a1', 'd1', 'b2']);
  await end('a1', a1);
  // Whose turn came first has it among the long ones, too.
  expect(begun).toEqual(['a1', 'd1', 'b2', 'c1']);
  await end('c1', c1);
  await end('b1', b1);
  expect(begun).toEqual(['a1', 'd1', 'b2', 'c1', 'b1']);
});

test('long work has its turn however much short work comes', async () => {
  const { begun, ask, end } = controlled(2);
  const a1 = ask('Ada', 'a1', { long: true });
  const short = ask('Ben', 'b1');
  void ask('Cyd', 'long', { long: true });
  for (const name of ['d1', 'e1', 'f1']) void ask(name, name);
  await end('a1', a1);
  expect(begun).toEqual(['a1', 'b1', 'long']);
  await end('b1', short);
  expect(begun.at(-1)).toBe('d1');
});

test('with one slot long work has it in its turn', async () => {
  const { begun, ask, end } = controlled(1);
  const a1 = ask('Ada', 'a1', { long: true });
  void ask('Ben', 'b1');
  await end('a1', a1);
  expect(begun).toEqual(['a1', 'b1']);
});

test('what has waited as long as somebody may be kept is refused, and leaves its place', async () => {
  vi.useFakeTimers();
  const { queue, begun, ask, end } = controlled(1);
  const a1 = ask('Ada', 'a1', { timeoutSeconds: 30 });
  const a2 = expect(ask('Ada', 'a2', { timeoutSeconds: 30 })).rejects.toThrow(QueueFullError);
  const b1 = expect(ask('Ben', 'b1', { timeoutSeconds: 30 })).rejects.toThrow(QueueFullError);
  const b2 = ask('Ben', 'b2');
  expect(queue.state()).toEqual({ waiting: 3, running: 1 });
  await vi.advanceTimersByTimeAsync(29_999);
  expect(queue.state()).toEqual({ waiting: 3, running: 1 });
  await vi.advanceTimersByTimeAsync(1);
  await a2;
  await b1;
  expect(queue.state()).toEqual({ waiting: 1, running: 1 });
  await end('a1', a1);
  expect(begun).toEqual(['a1', 'b2']);
  await end('b2', b2);
  expect(queue.state()).toEqual({ waiting: 0, running: 0 });
});
