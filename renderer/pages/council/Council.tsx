import { lazy } from 'react';
import { Link, Route, Switch } from 'wouter';
import { useAccount } from '../../api/person.ts';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { CouncilNav } from './parts/CouncilNav.tsx';
import '../forms/forms.css';
import '../tasks/tasks.css';
import './council.css';

const WorkList = lazy(() => import('./work/WorkList.tsx'));
const Dashboard = lazy(() => import('./board/Dashboard.tsx'));
const Board = lazy(() => import('./board/Board.tsx'));
const Cases = lazy(() => import('./cases/Cases.tsx'));
const NewCase = lazy(() => import('./cases/NewCase.tsx'));
const CasePage = lazy(() => import('./cases/CasePage.tsx'));
const ChangeCase = lazy(() => import('./cases/ChangeCase.tsx'));
const ExportCase = lazy(() => import('./cases/ExportCase.tsx'));
const SendTask = lazy(() => import('./tasks/SendTask.tsx'));
const Compare = lazy(() => import('./tasks/Compare.tsx'));
const Tasks = lazy(() => import('./tasks/Tasks.tsx'));
const TaskPage = lazy(() => import('./tasks/TaskPage.tsx'));
const Groups = lazy(() => import('./groups/Groups.tsx'));
const GroupPage = lazy(() => import('./groups/GroupPage.tsx'));
const Teams = lazy(() => import('./groups/Teams.tsx'));
const TeamPage = lazy(() => import('./groups/TeamPage.tsx'));
const Accounts = lazy(() => import('./accounts/Accounts.tsx'));
const Invite = lazy(() => import('./accounts/Invite.tsx'));
const Forms = lazy(() => import('./catalogue/Forms.tsx'));
const Audit = lazy(() => import('./audit/Audit.tsx'));
const CaseAudit = lazy(() => import('./audit/CaseAudit.tsx'));
const CalendarPage = lazy(() => import('./calendar/CalendarPage.tsx'));
const ReceivedForms = lazy(() => import('../forms/received/ReceivedForms.tsx'));
const ReceivedForm = lazy(() => import('../forms/received/ReceivedForm.tsx'));
const NotFound = lazy(() => import('../NotFound.tsx'));

/** The council's workspace: its own list of places, and the page that the address names. Loaded for nobody else. */
const Council = () => {
  const account = useAccount();
  if (!account || account.role === 'applicant')
    return (
      <>
        <PageTitle>You cannot see this page</PageTitle>
        <Notice kind="warning" role="alert">
          <p>Only officers and administrators can see it.</p>
          <p>
            <Link href="/">Go to the start page</Link>
          </p>
        </Notice>
      </>
    );
  return (
    <div className="dense council">
      <CouncilNav />
      <Switch>
        <Route path="/council" component={WorkList} />
        <Route path="/council/dashboard" component={Dashboard} />
        <Route path="/council/board" component={Board} />
        <Route path="/council/cases" component={Cases} />
        <Route path="/council/cases/new" component={NewCase} />
        <Route path="/council/cases/:id">{({ id }) => <CasePage id={id} />}</Route>
        <Route path="/council/cases/:id/change">{({ id }) => <ChangeCase id={id} />}</Route>
        <Route path="/council/cases/:id/export">{({ id }) => <ExportCase id={id} />}</Route>
        <Route path="/council/cases/:id/audit">{({ id }) => <CaseAudit id={id} />}</Route>
        <Route path="/council/cases/:id/send">{({ id }) => <SendTask caseId={id} />}</Route>
        <Route path="/council/cases/:id/compare">{({ id }) => <Compare caseId={id} />}</Route>
        <Route path="/council/tasks" component={Tasks} />
        <Route path="/council/tasks/:id">{({ id }) => <TaskPage id={id} />}</Route>
        <Route path="/received" component={ReceivedForms} />
        <Route path="/received/:id" component={ReceivedForm} />
        <Route path="/council/groups" component={Groups} />
        <Route path="/council/groups/new">{() => <GroupPage />}</Route>
        <Route path="/council/groups/:id">{({ id }) => <GroupPage id={id} />}</Route>
        <Route path="/council/teams" component={Teams} />
        <Route path="/council/teams/:id">{({ id }) => <TeamPage id={id} />}</Route>
        <Route path="/council/accounts" component={Accounts} />
        <Route path="/council/accounts/invite" component={Invite} />
        <Route path="/council/forms" component={Forms} />
        <Route path="/council/audit" component={Audit} />
        <Route path="/council/calendar" component={CalendarPage} />
        <Route component={NotFound} />
      </Switch>
    </div>
  );
};

export default Council;
