import { Link, useLocation } from 'wouter';
import { useAccount } from '../../../api/person.ts';
import { Folded } from '../../../parts/Folded.tsx';
import { placesOf } from '../../../shell/places.ts';
import '../council.css';

const places = [
  { href: '/council', label: 'Work list' },
  { href: '/council/board', label: 'Clocks' },
  { href: '/council/cases', label: 'Cases' },
  { href: '/council/tasks', label: 'Tasks' },
  { href: '/received', label: 'Received forms' },
  { href: '/council/dashboard', label: 'Dashboard' },
  { href: '/council/groups', label: 'Work groups' },
  { href: '/council/teams', label: 'Teams' },
  { href: '/council/forms', label: 'Forms' },
  { href: '/council/calendar', label: 'Calendar' },
];
const administration = [
  { href: '/council/accounts', label: 'Accounts' },
  { href: '/council/audit', label: 'Audit trail' },
];

const isAt = (path: string, href: string): boolean =>
  href === '/council' ? path === href : path === href || path.startsWith(`${href}/`);

/** The places of the workspace, and on a phone those of the service with them; nothing for those who do not work for the council. */
export const CouncilNav = () => {
  const account = useAccount();
  const [path] = useLocation();
  if (!account || account.role === 'applicant') return null;
  const shown = account.role === 'administrator' ? [...places, ...administration] : places;
  return (
    <nav className="council-nav no-print" aria-label="Workspace">
      <Folded words="Menu">
        <ul>
          {shown.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <ul className="council-nav-service">
          {placesOf(account)
            .filter(({ href }) => href !== '/council')
            .map(({ href, label }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
        </ul>
      </Folded>
    </nav>
  );
};
