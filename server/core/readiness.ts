/** What must be in order for the service to be of use, and what an operator should know. Services add their own checks. */
export interface Finding {
  name: string;
  ok: boolean;
  /** Absent when there is nothing to say. */
  detail?: string;
}

/** Gives what is wrong or worth knowing, or undefined. `fatal`: requests should go to another server until it is fixed. */
export type ReadinessCheck = () => Found | undefined | Promise<Found | undefined>;

interface Found {
  fatal: boolean;
  detail: string;
}

export interface Readiness {
  add: (name: string, check: ReadinessCheck) => void;
  findings: () => Promise<Finding[]>;
}

export const createReadiness = (): Readiness => {
  const checks = new Map<string, ReadinessCheck>();
  const find = async ([name, check]: [string, ReadinessCheck]): Promise<Finding> => {
    try {
      const found = await check();
      return found === undefined ? { name, ok: true } : { name, ok: !found.fatal, detail: found.detail };
    } catch (error) {
      return { name, ok: false, detail: error instanceof Error ? error.message : 'It cannot be checked' };
    }
  };
  return {
    add: (name, check) => void checks.set(name, check),
    findings: () => Promise.all([...checks].map(find)),
  };
};
