import { lazy, type ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { useAccount } from '../api/person.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import Landing from '../pages/forms/Landing.tsx';

const StartForm = lazy(() => import('../pages/forms/StartForm.tsx'));
const RecoverForm = lazy(() => import('../pages/forms/RecoverForm.tsx'));
const SubmittedForms = lazy(() => import('../pages/forms/SubmittedForms.tsx'));
const SubmittedForm = lazy(() => import('../pages/forms/SubmittedForm.tsx'));
const ReceivedForms = lazy(() => import('../pages/forms/ReceivedForms.tsx'));
const ReceivedForm = lazy(() => import('../pages/forms/ReceivedForm.tsx'));
const FillForm = lazy(() => import('../form/FillForm.tsx'));
const NotFound = lazy(() => import('../pages/NotFound.tsx'));

/** Whoever is not signed in does that first, and then comes back. */
const SignedIn = ({ children }: { children: ReactNode }) => {
  const account = useAccount();
  const [path] = useLocation();
  const search = useSearch();
  if (account === undefined) return <Skeleton lines={6} />;
  if (account) return children;
  const back = encodeURIComponent(search ? `${path}?${search}` : path);
  return <Redirect to={`/sign-in?return=${back}`} replace />;
};

/** Every address of the portal. */
export const Routes = () => (
  <Switch>
    <Route path="/" component={Landing} />
    <Route path="/start/:familyId" component={StartForm} />
    <Route path="/forms/:draftId/:pageId?">
      {({ draftId, pageId }) => <FillForm draftId={draftId} {...(pageId !== undefined && { pageId })} />}
    </Route>
    <Route path="/recover">
      <SignedIn>
        <RecoverForm />
      </SignedIn>
    </Route>
    <Route path="/submitted">
      <SignedIn>
        <SubmittedForms />
      </SignedIn>
    </Route>
    <Route path="/submitted/:id">
      <SignedIn>
        <SubmittedForm />
      </SignedIn>
    </Route>
    <Route path="/received">
      <SignedIn>
        <ReceivedForms />
      </SignedIn>
    </Route>
    <Route path="/received/:id">
      <SignedIn>
        <ReceivedForm />
      </SignedIn>
    </Route>
    <Route component={NotFound} />
  </Switch>
);
