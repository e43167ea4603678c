import { Link } from 'wouter';
import type { Account } from '../../../wire/account.ts';
import { ButtonLink } from '../../parts/Button.tsx';

/** Beside the forms: how to sign in, or what this person has here. */
export const LandingAside = ({ account }: { account: Account | null | undefined }) => {
  if (account === undefined) return <aside aria-label="Your account" />;
  if (account === null) {
    return (
      <aside aria-label="Your account">
        <section className="aside-box">
          <h2>Sign in</h2>
          <p>With an account you can save a form, come back to it and see what you have sent.</p>
          <ButtonLink href="/sign-in" look="primary">
            Sign in
          </ButtonLink>
          <p className="aside-more">
            New here? <Link href="/register">Register for a new account</Link>
          </p>
        </section>
      </aside>
    );
  }
  return (
    <aside aria-label="Your account">
      <section className="aside-box">
        <h2>Your forms</h2>
        <ul className="plain-list aside-links">
          {account.role !== 'applicant' && (
            <li>
              <Link href="/received">Received forms</Link>
            </li>
          )}
          <li>
            <Link href="/recover">Recover a form</Link>
          </li>
          <li>
            <Link href="/submitted">Submitted forms</Link>
          </li>
          <li>
            <Link href="/account">My account</Link>
          </li>
        </ul>
      </section>
    </aside>
  );
};
