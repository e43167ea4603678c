/** The services of the council's workspace and of tasks, put together: one line each. What they build on comes from `form-services.ts`. */
import { createAutomaticReplies } from './automatic-reply.ts';
import type { AutomaticReplies } from './automatic-reply.ts';
import type { Core } from './core.ts';
import type { FormServices } from './form-services.ts';

export interface CouncilServices {
  automaticReplies: AutomaticReplies;
}

export const createCouncilServices = (core: Core, _forms: FormServices): CouncilServices => {
  const { config, clock, store, accounts } = core;
  const automaticReplies = createAutomaticReplies({ store, clock, timeZone: config.timeZone, accounts });
  return { automaticReplies };
};
