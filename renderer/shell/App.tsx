import { lazy, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useBrand } from './brand.ts';
import { Boundary } from './Boundary.tsx';
import { Demonstration } from './Demonstration.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Offline } from './Offline.tsx';
import { Routes } from './Routes.tsx';
import { forgetUnsent } from '../api/forget-unsent.ts';
import { useAccount } from '../api/person.ts';
import { Skeleton } from '../parts/Skeleton.tsx';

const IdleWarning = lazy(() => import('./IdleWarning.tsx'));

/** The frame around every page. */
export const App = () => {
  const [path] = useLocation();
  const account = useAccount();
  useBrand();
  const known = account !== undefined;
  const person = account?.id;
  useEffect(() => {
    if (known) void forgetUnsent((unsent) => unsent.forgetOthers(person));
  }, [known, person]);
  return (
    <div className="frame">
      <a className="skip-link" href="#main" lang="en-GB">
        Skip to the main content
      </a>
      <Header />
      <Demonstration />
      <main className="main" id="main" tabIndex={-1}>
        <div className="frame-width">
          <Offline />
          <Boundary place={path}>
            <Suspense fallback={<Skeleton lines={6} />}>
              <Routes />
            </Suspense>
          </Boundary>
        </div>
      </main>
      <Footer />
      {account && (
        <Boundary place={path} instead={null}>
          <Suspense>
            <IdleWarning />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
};
