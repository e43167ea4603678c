import { Link } from 'wouter';

export interface Crumb {
  href: string;
  label: string;
}

/** The way from the workspace's start to this page. */
export const Crumbs = ({ trail }: { trail: readonly Crumb[] }) => (
  <nav className="crumbs no-print" aria-label="Breadcrumbs">
    <ol>
      {[{ href: '/council', label: 'Workspace' }, ...trail].map(({ href, label }) => (
        <li key={href}>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ol>
  </nav>
);
