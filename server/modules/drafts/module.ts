/** What drafts, their documents and the people whom forms are about add to the service. */
import type { Module } from '../../platform/module.ts';
import type { Reminders } from './notices/reminders.ts';
import { removeDraftWork } from './removal.ts';
import { attachmentRoutes, type AttachmentRouteParts } from './routes-attachments.ts';
import { peopleRoutes, type PeopleRouteParts } from './routes-people.ts';
import { draftRoutes, type DraftRouteParts } from './routes.ts';

interface Parts extends DraftRouteParts, AttachmentRouteParts, PeopleRouteParts {
  reminders: Reminders;
}

export const draftsModule = (parts: Parts): Module => ({
  routes: [...draftRoutes(parts), ...attachmentRoutes(parts), ...peopleRoutes(parts)],
  work: { [removeDraftWork]: (_, { id }) => parts.draftRemoval.finish(id) },
  jobs: [{ name: 'reminders', everyMinutes: 60, byDay: true, run: parts.reminders.remind }],
});
