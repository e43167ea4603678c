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

/** What a request that was refused says against the form; throws what is no answer of the server. */
export const faultsOf = (error: unknown, placed: Readonly<Record<string, string>> = {}): Fault[] => {
  if (error instanceof OfflineError) return [{ message: error.message }];
  if (!(error instanceof ProblemError)) throw error;
  const { errors = [], detail, code } = error.body;
  const found = errors.map(({ pointer, message }) => ({ pointer, message }));
  const at = placed[code];
  return found.length > 0 ? found : [{ message: detail, ...(at !== undefined && { pointer: at }) }];
};

export interface Sending {
  busy: boolean;
  entries: SummaryEntry[];
  attempt: number;
  /** What stands above a control. */
  error: (pointer: string) => { error?: string };
  /** Shows what was found wrong elsewhere. */
  showFaults: (found: readonly Fault[]) => void;
  /** Sends unless something is wrong already; what the server says against it is shown the same way. True when it went. */
  send: (found: readonly Fault[], work: () => Promise<void>) => Promise<boolean>;
}

/** A page's form on its way: what is wrong with it, and whether it is under way. `placed`: of a refusal by its code, which control it is about. */
export const useSending = (placed: Readonly<Record<string, string>> = {}): Sending => {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const showFaults = (found: readonly Fault[]): void => {
    setAttempt((before) => before + 1);
    setFaults(found);
  };
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
    showFaults,
    send: async (found, work) => {
      showFaults(found);
      if (found.length > 0) return false;
      setBusy(true);
      try {
        await work();
        return true;
      } catch (error) {
        setFaults(faultsOf(error, placed));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
};
