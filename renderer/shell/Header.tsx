import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import type { Account } from '../../wire/account.ts';
import { useAccount, useService } from '../api/person.ts';
import { Boundary } from './Boundary.tsx';

const PersonMenu = lazy(() => import('./PersonMenu.tsx'));
const TasksWaiting = lazy(() => import('./PersonMenu.tsx').then((menu) => ({ default: menu.TasksWaiting })));

interface Place {
  href: string;
  label: string;
}

const placesOf = (account: Account | null | undefined): Place[] => [
  { href: '/', label: 'Home' },
  ...(account
    ? [
        ...(account.profile.professional ? [{ href: '/tasks', label: 'Tasks' }] : []),
        ...(account.role === 'applicant' ? [] : [{ href: '/council', label: 'Workspace' }]),
        { href: '/recover', label: 'Recover a form' },
        { href: '/submitted', label: 'Submitted forms' },
        { href: '/account', label: 'My account' },
      ]
    : []),
];

const isAt = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

export const Header = () => {
  const { council, name, brand } = useService();
  const account = useAccount();
  const [path] = useLocation();
  return (
    <header className="header" lang="en-GB">
      <div className="frame-width">
        <div className="header-row">
          {brand.logo && <img className="header-logo" src={brand.logo} alt="" />}
          <Link href="/" className="header-names">
            <span className="header-council">{council}</span>
            <span className="header-service">{name}</span>
          </Link>
          {account && (
            <Boundary place={path} instead={<Link href="/account">My account</Link>}>
              <Suspense>
                <PersonMenu account={account} />
              </Suspense>
            </Boundary>
          )}
          {account === null && <Link href="/sign-in">Sign in</Link>}
        </div>
      </div>
      <nav className="header-nav" aria-label="Service">
        <div className="frame-width">
          <ul>
            {placesOf(account).map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
                  {label}
                  {href === '/tasks' && (
                    <Boundary place={path} instead={null}>
                      <Suspense>
                        <TasksWaiting />
                      </Suspense>
                    </Boundary>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  );
};
