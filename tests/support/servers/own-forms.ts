import { join } from 'node:path';
import type { Config } from '../../../server/core/config.ts';
import { formsDir } from '../browser/read-form.ts';

/** Settings of a portal that serves the forms and the council of this repository. */
export const ownForms = (config: Partial<Config> = {}): Partial<Config> => ({
  formsDir,
  serveUnpublished: true,
  councilDir: join(formsDir, '../council'),
  teams: { send: 'team@council.example' },
  ...config,
});
