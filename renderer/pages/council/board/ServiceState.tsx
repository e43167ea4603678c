import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../../../../engine/index.ts';
import type { ServiceFinding } from '../../../../wire/council.ts';
import { serviceStateQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { Facts } from '../../../parts/Facts.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';

const names: Readonly<Record<string, string>> = {
  store: 'Storage',
  disk: 'Disk space',
  keys: 'Keys',
  scanner: 'Virus scanner',
  forms: 'Forms',
  cases: 'Cases and calendar',
  retention: 'Retention schedule',
  migrations: 'Changes to stored records',
  clock: 'Clock of the server',
  settings: 'Settings',
  teams: 'Teams that forms go to',
  pages: 'Built pages',
  mail: 'Mail server',
  audit: 'Audit trail',
};

const wordsOf = ({ ok, detail }: ServiceFinding, timeZone: string): string =>
  detail?.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => formatDateTime(at, timeZone)) ??
  (ok ? 'In order' : 'Out of order');

/** What each part of the service says of itself, for administrators: the same as whoever runs it reads at `/ready`. */
export const ServiceState = () => {
  const { timeZone } = useService();
  const query = useQuery(serviceStateQuery);
  return (
    <section>
      <h2>State of the service</h2>
      <Loaded query={query} lines={4}>
        {(findings) => (
          <Facts
            facts={findings.map((finding) => ({
              label: names[finding.name] ?? finding.name,
              value: wordsOf(finding, timeZone),
            }))}
          />
        )}
      </Loaded>
    </section>
  );
};
