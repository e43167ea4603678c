import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { SignedIn } from './SignedIn.tsx';

const Landing = lazy(() => import('../pages/forms/Landing.tsx'));
const StartForm = lazy(() => import('../pages/forms/start/StartForm.tsx'));
const RecoverForm = lazy(() => import('../pages/forms/drafts/RecoverForm.tsx'));
const SubmittedForms = lazy(() => import('../pages/forms/submitted/SubmittedForms.tsx'));
const SubmittedForm = lazy(() => import('../pages/forms/submitted/SubmittedForm.tsx'));
const Council = lazy(() => import('../pages/council/Council.tsx'));
const TaskRoutes = lazy(() => import('../pages/tasks/TaskRoutes.tsx'));
const FillForm = lazy(() => import('../form/FillForm.tsx'));
const SignIn = lazy(() => import('../pages/account/SignIn.tsx'));
const SignedOut = lazy(() => import('../pages/account/SignedOut.tsx'));
const Register = lazy(() => import('../pages/account/Register.tsx'));
const ForgottenPassword = lazy(() => import('../pages/account/ForgottenPassword.tsx'));
const AcceptInvitation = lazy(() => import('../pages/account/invitation/AcceptInvitation.tsx'));
const ResetPassword = lazy(() => import('../pages/account/ResetPassword.tsx'));
const Mailbox = lazy(() => import('../pages/account/Mailbox.tsx'));
const MyAccount = lazy(() => import('../pages/person/MyAccount.tsx'));
const UpdateAccount = lazy(() => import('../pages/person/UpdateAccount.tsx'));
const OwnSessions = lazy(() => import('../pages/person/OwnSessions.tsx'));
const Help = lazy(() => import('../pages/about/Help.tsx'));
const Privacy = lazy(() => import('../pages/about/Privacy.tsx'));
const Accessibility = lazy(() => import('../pages/about/Accessibility.tsx'));
const NotFound = lazy(() => import('../pages/NotFound.tsx'));

/** Every address of the portal. */
export const Routes = () => (
  <Switch>
    <Route path="/" component={Landing} />
    <Route path="/start/:familyId" component={StartForm} />
    <Route path="/forms/:draftId/:pageId?">
      {({ draftId, pageId }) => <FillForm draftId={draftId} {...(pageId !== undefined && { pageId })} />}
    </Route>
    <Route path="/tasks/*?" component={TaskRoutes} />
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
    <Route path="/received/*?">
      <SignedIn>
        <Council />
      </SignedIn>
    </Route>
    <Route path="/council/*?">
      <SignedIn>
        <Council />
      </SignedIn>
    </Route>
    <Route path="/account">
      <SignedIn>
        <MyAccount />
      </SignedIn>
    </Route>
    <Route path="/account/update">
      <SignedIn>
        <UpdateAccount />
      </SignedIn>
    </Route>
    <Route path="/account/sessions">
      <SignedIn>
        <OwnSessions />
      </SignedIn>
    </Route>
    <Route path="/account/automatic-replies" component={TaskRoutes} />
    <Route path="/sign-in" component={SignIn} />
    <Route path="/signed-out" component={SignedOut} />
    <Route path="/register" component={Register} />
    <Route path="/forgotten-password" component={ForgottenPassword} />
    <Route path="/accept-invitation" component={AcceptInvitation} />
    <Route path="/reset-password" component={ResetPassword} />
    <Route path="/dev/mailbox" component={Mailbox} />
    <Route path="/help" component={Help} />
    <Route path="/privacy" component={Privacy} />
    <Route path="/accessibility" component={Accessibility} />
    <Route component={NotFound} />
  </Switch>
);
