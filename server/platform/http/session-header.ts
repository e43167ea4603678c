/**
 * Tells the browser how long its session goes on, so that it can ask in time whether the person is still there:
 * `Formwork-Session: active; ends-in=1800`. `active` when the request counted as something that the person did and put off the end,
 * `quiet` when it did not. Seconds rather than a time of day: clocks of browsers are wrong. Without a session there is no header.
 */
import type { Context } from 'koa';
import type { Clock } from '../../core/clock.ts';

const name = 'Formwork-Session';

/** Says it, or takes back what was said when there is no end because the session is over. */
export const tellSession = (ctx: Context, clock: Clock, quiet: boolean, idleEndsAt: string | undefined): void => {
  if (idleEndsAt === undefined) {
    ctx.remove(name);
    return;
  }
  const left = Math.max(0, Math.floor((Date.parse(idleEndsAt) - clock.now().getTime()) / 1000));
  ctx.set(name, `${quiet ? 'quiet' : 'active'}; ends-in=${left}`);
};
