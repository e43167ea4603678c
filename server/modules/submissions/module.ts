/** What submitted forms add to the service. */
import { textOf } from '../../../engine/json.ts';
import type { Module } from '../../platform/module.ts';
import { personWork } from './effects.ts';
import { formsOfAccount, type FormsOfAccountParts } from './my-data.ts';
import { draftToSubmissionRoutes, type SubmitRouteParts } from './routes-draft.ts';
import { receivedRoutes } from './routes-received.ts';
import { responseRoutes, type ResponseRouteParts } from './routes-responses.ts';
import { submissionRoutes, type SubmissionRouteParts } from './routes.ts';
import { recordWork } from './submit.ts';

type Parts = SubmitRouteParts & SubmissionRouteParts & ResponseRouteParts & FormsOfAccountParts;

export const submissionsModule = (parts: Parts): Module => ({
  routes: [
    ...draftToSubmissionRoutes(parts),
    ...submissionRoutes(parts),
    ...receivedRoutes(parts),
    ...responseRoutes(parts),
  ],
  work: {
    [recordWork]: ({ values }) => parts.submissions.record(textOf(values['draft'])),
    [personWork]: ({ values }) => parts.submissions.notePerson(textOf(values['submission'])),
  },
  myData: Object.fromEntries(formsOfAccount(parts)),
});
