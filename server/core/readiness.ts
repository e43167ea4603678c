/** What must be in order for the service to be of use, and what an operator should know. Services add their own checks. */

/**
 * `note`: worth knowing, and all is well. `fault`: somebody has to see to it, and requests still come here. `stop`: this server can do
 * nothing for anybody until it is fixed, so that requests should go to another one.
 */
export type Level = 'note' | 'fault' | 'stop';

export interface Found {
  level: Level;
  detail: string;
}

export interface Finding {
  name: string;
  ok: boolean;
  /** Absent when there is nothing to say. */
  detail?: string;
}

export interface Findings {
  /** Whether requests should come here. */
  ready: boolean;
  findings: Finding[];
}

/** Gives what is wrong or worth knowing, or undefined. What it throws is a fault. */
export type ReadinessCheck = () => Found | undefined | Promise<Found | undefined>;

export interface Readiness {
  add: (name: string, check: ReadinessCheck) => void;
  /** Within a second, whatever a check waits for: one that has not answered by then is a fault. */
  look: () => Promise<Findings>;
  findings: () => Promise<Finding[]>;
  /** What was found last, by name; undefined where all was well. */
  last: () => ReadonlyMap<string, Found | undefined>;
}

/** Proxies and collectors give up after a few seconds, and ask several times in a minute. */
const answersWithinMs = 700;

export const createReadiness = (): Readiness => {
  const checks = new Map<string, ReadinessCheck>();
  const last = new Map<string, Found | undefined>();
  /** Those under way: a check that hangs is not begun again. */
  const asked = new Map<string, Promise<Found | undefined>>();

  const faultOf = (error: unknown): Found => ({
    level: 'fault',
    detail: error instanceof Error ? error.message : 'It cannot be checked',
  });

  const asking = (name: string, check: ReadinessCheck): Promise<Found | undefined> => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    const answer = (async () => check())()
      .catch(faultOf)
      .then((found) => {
        asked.delete(name);
        last.set(name, found);
        return found;
      });
    asked.set(name, answer);
    return answer;
  };

  const find = async ([name, check]: [string, ReadinessCheck], over: Promise<'late'>): Promise<[string, Found?]> => {
    const found = await Promise.race([asking(name, check), over]);
    if (found !== 'late') return found === undefined ? [name] : [name, found];
    // What was wrong before is still wrong as long as nobody says that it is well.
    const before = last.get(name) ?? { level: 'fault', detail: 'It has not answered' };
    last.set(name, before);
    return [name, before];
  };

  const look = async (): Promise<Findings> => {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), answersWithinMs);
    });
    const found = await Promise.all([...checks].map((each) => find(each, over))).finally(() => clearTimeout(timer));
    return {
      ready: found.every(([, { level } = { level: 'note' }]) => level !== 'stop'),
      findings: found.map(([name, told]) =>
        told === undefined ? { name, ok: true } : { name, ok: told.level === 'note', detail: told.detail },
      ),
    };
  };

  return {
    add: (name, check) => void checks.set(name, check),
    look,
    findings: async () => (await look()).findings,
    last: () => last,
  };
};
