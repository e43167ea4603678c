import { Link, useLocation } from 'wouter';
import { useAccount } from '../../../api/person.ts';
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

/** The places of the workspace; nothing for those who do not work for the council. */
export const CouncilNav = () => {
  const account = useAccount();
  const [path] = useLocation();
  if (!account || account.role === 'applicant') return null;
  const shown = account.role === 'administrator' ? [...places, ...administration] : places;
  return (
    <nav className="council-nav no-print" aria-label="Workspace">
      <ul>
        {shown.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
