/** What messages beside tasks and submitted forms add to the service. */
import type { Module } from '../../platform/module.ts';
import { threadRoutes, type ThreadRouteParts } from './routes-threads.ts';

export const messagesModule = (parts: ThreadRouteParts): Module => ({
  routes: threadRoutes(parts),
  myData: { messages: parts.threads.writtenBy },
});
