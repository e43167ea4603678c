import type { Clock } from '../core/clock.ts';

/** A clock that shows the time it was last set to, never a later one than `latest`. */
export interface SetBackClock extends Clock {
  set: (instant: Date) => void;
}

export const setBackClock = (latest: Date): SetBackClock => {
  let now = latest;
  return {
    now: () => now,
    set: (instant) => {
      now = instant < latest ? instant : latest;
    },
  };
};
