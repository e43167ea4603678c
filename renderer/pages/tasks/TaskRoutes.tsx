import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { SignedIn } from '../../shell/SignedIn.tsx';

const Tasks = lazy(() => import('./Tasks.tsx'));
const TaskPage = lazy(() => import('./TaskPage.tsx'));
const Reassign = lazy(() => import('./hand-over/Reassign.tsx'));
const AutomaticReplies = lazy(() => import('./AutomaticReplies.tsx'));

/** Every address about tasks. */
const TaskRoutes = () => (
  <Switch>
    <Route path="/tasks">
      <SignedIn>
        <Tasks />
      </SignedIn>
    </Route>
    <Route path="/tasks/:id/re-assign">
      <SignedIn>
        <Reassign />
      </SignedIn>
    </Route>
    <Route path="/account/automatic-replies">
      <SignedIn>
        <AutomaticReplies />
      </SignedIn>
    </Route>
    <Route path="/tasks/:taskId/:pageId?">
      {({ taskId, pageId }) => <TaskPage taskId={taskId} {...(pageId !== undefined && { pageId })} />}
    </Route>
  </Switch>
);

export default TaskRoutes;
