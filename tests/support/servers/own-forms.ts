import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/** A folder with all forms, each to be begun by whoever likes: what is sent as a task otherwise has the same pages. To be removed by the caller. */
export const openForms = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  cpSync(formsDir, folder, { recursive: true });
  rmSync(join(folder, 'forms.lock'));
  for (const id of readdirSync(folder).filter((name) => name !== 'shared'))
    for (const version of readdirSync(join(folder, id))) {
      const path = join(folder, id, version, 'form.json');
      const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...Object(manifest), kind: 'application', prefill: [], task: undefined }));
    }
  return folder;
};
