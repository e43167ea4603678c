import { useState } from 'react';
import { OfflineError, ProblemError } from '../../api/client.ts';
import type { SummaryEntry } from '../../parts/ErrorSummary.tsx';

/** Something wrong with a page's form; without a pointer it is about the whole. */
export interface Fault {
  /** Of the request's body, such as `/profile/address/postcode`. */
  pointer?: string;
  message: string;
}

/** The id of the control for a place in the request. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

const faultsOf = (error: unknown): Fault[] => {
  if (error instanceof OfflineError) return [{ message: error.message }];
  if (!(error instanceof ProblemError)) throw error;
  const { errors = [], detail } = error.body;
  const placed = errors.map(({ pointer, message }) => ({ pointer, message }));
  return placed.length > 0 ? placed : [{ message: detail }];
};

export interface Sending {
  busy: boolean;
  entries: SummaryEntry[];
  attempt: number;
  /** What stands above a control. */
  error: (pointer: string) => { error?: string };
  /** Sends unless something is wrong already; what the server says against it is shown the same way. True when it went. */
  send: (found: readonly Fault[], work: () => Promise<void>) => Promise<boolean>;
}

/** A page's form on its way: what is wrong with it, and whether it is under way. */
export const useSending = (): Sending => {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  return {
    busy,
    attempt,
    entries: faults.map(({ pointer, message }) => ({
      message,
      ...(pointer !== undefined && { target: fieldId(pointer) }),
    })),
    error: (pointer) => {
      const fault = faults.find((each) => each.pointer === pointer);
      return fault ? { error: fault.message } : {};
    },
    send: async (found, work) => {
      setAttempt((before) => before + 1);
      setFaults(found);
      if (found.length > 0) return false;
      setBusy(true);
      try {
        await work();
        return true;
      } catch (error) {
        setFaults(faultsOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
};
