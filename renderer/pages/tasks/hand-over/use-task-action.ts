import { useState } from 'react';

export interface TaskActionState {
  busy: boolean;
  /** What the server said against it. */
  failure: string | undefined;
  run: (work: () => Promise<unknown>) => Promise<void>;
}

/** Something that is done by one press and may be refused. */
export const useTaskAction = (): TaskActionState => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  return {
    busy,
    failure,
    run: async (work) => {
      if (busy) return;
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
      } catch (error) {
        setFailure(error instanceof Error ? error.message : 'Something went wrong. Try again.');
      } finally {
        setBusy(false);
      }
    },
  };
};
