/**
 * Counts the work that code does, not the time that it takes: how often each block of the engine and of a form's validators runs, and how
 * many entries or letters the built-in functions that they call go through. The same work always gives the same number.
 */
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** Built-in functions that go through all of what they are called on, or of what they are given. */
const walkers: [prototype: object, names: string[]][] = [
  [
    Array.prototype,
    [
      'concat',
      'slice',
      'splice',
      'indexOf',
      'includes',
      'join',
      'flat',
      'reverse',
      'shift',
      'unshift',
      'toSorted',
      'with',
    ],
  ],
  [
    String.prototype,
    ['split', 'replaceAll', 'replace', 'includes', 'indexOf', 'toLowerCase', 'trim', 'match', 'matchAll'],
  ],
];
const walkersOfOne = ['keys', 'values', 'entries', 'fromEntries', 'assign'];

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Reflect.ownKeys(value).length : 0;
};

/** Replaces a method by one that tells `note` how much it goes through; gives what puts the old one back. */
const watch = (holder: object, name: string | symbol, sized: 'this' | 'first', note: (size: number) => void) => {
  const own = Reflect.getOwnPropertyDescriptor(holder, name);
  const method: unknown = own?.value;
  if (own === undefined || typeof method !== 'function') throw new Error(`There is no ${String(name)}`);
  const value = function (this: unknown, ...given: unknown[]): unknown {
    note(sizeOf(sized === 'this' ? this : given[0]));
    return Reflect.apply(method, this, given);
  };
  Reflect.defineProperty(holder, name, { ...own, value });
  return () => Reflect.defineProperty(holder, name, own);
};

const watchBuiltIns = (note: (size: number) => void): (() => void) => {
  const back = [
    ...walkers.flatMap(([prototype, names]) => names.map((name) => watch(prototype, name, 'this', note))),
    ...walkersOfOne.map((name) => watch(Object, name, 'first', note)),
    // Copying a list by `...`, and every loop over one.
    watch(Array.prototype, Symbol.iterator, 'this', note),
  ];
  return () => back.forEach((put) => put());
};

export interface StepCounter {
  /** The steps of each work. Give it something to do before the first time, so that nothing is made only once. */
  ofEach: (works: readonly (() => unknown)[]) => Promise<number[]>;
  close: () => Promise<void>;
}

export const createStepCounter = async (): Promise<StepCounter> => {
  // Code that is thrown away when it was not needed for a while takes its counts along.
  setFlagsFromString('--no-flush-bytecode');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** What has run since it was asked last. To ask is most of what counting takes, for it looks through all code that is loaded. */
  const blocks = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url === '' || /\/(engine|renderer)\//.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  };
  return {
    ofEach: async (works) => {
      const counts: number[] = [];
      await blocks();
      for (const work of works) {
        let walked = 0;
        const back = watchBuiltIns((size) => {
          walked += size;
        });
        try {
          work();
        } finally {
          back();
        }
        counts.push(walked + (await blocks()));
      }
      return counts;
    },
    close: async () => {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
};
