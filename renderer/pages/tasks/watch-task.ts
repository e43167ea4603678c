/** Keeps a task that is being filled in alive, and notices when it goes into other hands. */
import type { Task } from '../../../wire/task.ts';
import { ProblemError } from '../../api/client.ts';
import { raise } from '../../api/tasks.ts';
import { unsentIn, type Unsent } from '../../form/check/unsent.ts';
import type { OpenDraft } from '../../form/open/opened.ts';

export interface Lost {
  /** Who has it now, or who took it back and why. */
  why: string;
  unsent: Unsent[];
}

interface Watching {
  /** The task as it is now. */
  onTask: (task: Task) => void;
  /** It is no longer this person's to write in. */
  onLost: (lost: Lost) => void;
}

/** How often the server is told that somebody is at work. */
const SIGN_EVERY_MS = 30_000;
/** After a save the task is looked at, but not more often than this. */
const LOOK_EVERY_MS = 3_000;

/** How many forms of a task stand open in this window: it is left only with the last of them. */
const standing = new Map<string, number>();

const stand = (id: string, more: 1 | -1): void => void standing.set(id, (standing.get(id) ?? 0) + more);

export interface TaskWatch {
  /** Ends it, and tells the server that the person has left. */
  stop: () => void;
  /** Runs work that itself passes the task on: meanwhile no sign of life is given that the server would refuse. */
  during: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Begins when the form stands open. */
export const watchTask = (task: Task, open: OpenDraft, { onTask, onLost }: Watching): TaskWatch => {
  let over = false;
  let asked = 0;
  let asking: Promise<void> | undefined;
  let passingOn = false;
  let { revision } = open.saving.state();
  let later: ReturnType<typeof setTimeout> | undefined;

  const lose = async (why: string): Promise<void> => {
    if (over) return;
    over = true;
    open.filling.commitTyped();
    // Whoever was typing may still save the last words.
    await open.saving.flush();
    onLost({ why, unsent: unsentIn(open) });
  };
  const ask = async (): Promise<void> => {
    asked = Date.now();
    try {
      const now = await raise(task, 'open');
      if (!over) onTask(now);
    } catch (error) {
      const status = error instanceof ProblemError ? error.body.status : undefined;
      if (error instanceof Error && (status === 409 || status === 403 || status === 404 || status === 410))
        await lose(error.message);
    }
  };
  const sign = async (): Promise<void> => {
    if (over || passingOn || asking) return;
    asking = ask();
    await asking;
    asking = undefined;
  };
  const changed = (): void => {
    const { phase, revision: now } = open.saving.state();
    if (phase === 'taken') return void sign().then(() => lose(''));
    if (now === revision) return;
    revision = now;
    clearTimeout(later);
    later = setTimeout(() => void sign(), Math.max(0, asked + LOOK_EVERY_MS - Date.now()));
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') void sign();
  };

  const release = (): void => void raise(task, 'release', undefined, { keepalive: true }).catch(() => undefined);

  stand(task.id, 1);
  const timer = setInterval(() => void sign(), SIGN_EVERY_MS);
  const stops = [open.saving.subscribe(changed)];
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pagehide', release);
  return {
    stop: () => {
      clearInterval(timer);
      clearTimeout(later);
      stops.forEach((stop) => stop());
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pagehide', release);
      stand(task.id, -1);
      if (over) return;
      over = true;
      void open.saving.flush().then(() => standing.get(task.id) === 0 && release());
    },
    during: async (work) => {
      passingOn = true;
      try {
        await asking;
        return await work();
      } catch (error) {
        passingOn = false;
        throw error;
      }
    },
  };
};
