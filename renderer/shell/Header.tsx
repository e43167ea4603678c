import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import { useAccount, useService } from '../api/person.ts';
import { Folded } from '../parts/Folded.tsx';
import { Boundary } from './Boundary.tsx';
import { placesOf } from './places.ts';

const PersonMenu = lazy(() => import('./PersonMenu.tsx'));
const TasksWaiting = lazy(() => import('./PersonMenu.tsx').then((menu) => ({ default: menu.TasksWaiting })));

const isAt = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** Pages with a menu of their own, which on a phone is the only one. */
const hasOwnMenu = (path: string): boolean => isAt(path, '/council') || isAt(path, '/received');

export const Header = () => {
  const { council, name, brand } = useService();
  const account = useAccount();
  const [path] = useLocation();
  const isOwn = account?.role !== undefined && account.role !== 'applicant' && hasOwnMenu(path);
  const places = placesOf(account);
  const list = (
    <ul>
      {places.map(({ href, label }) => (
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
  );
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
      <nav className={isOwn ? 'header-nav header-nav-wide' : 'header-nav'} aria-label="Service">
        <div className="frame-width">{places.length > 2 ? <Folded words="Menu">{list}</Folded> : list}</div>
      </nav>
    </header>
  );
};
