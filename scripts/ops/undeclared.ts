/**
 * What is about where somebody lives, or is a number that is only theirs, and of which nobody has said from whom it is kept. Published
 * versions cannot be changed and a store goes on showing what was submitted in them: whoever runs the service is told by name.
 */
import { problemsOf } from '../../engine/author.ts';
import { createCaseSettings } from '../../server/modules/cases/index.ts';
import { compareVersions } from '../../server/modules/catalogue/index.ts';
import { every } from '../../server/platform/storage/every.ts';
import type { Collections, Store } from '../../server/platform/storage/store.ts';

const rule = 'confidential-declared';

const inVersion = (
  { form, version, files }: Collections['formVersions'],
  councilIdentifiers: readonly string[],
): string[] =>
  problemsOf(files, { councilIdentifiers })
    .filter((problem) => problem.rule === rule)
    .map(({ message }) => `${form} ${version}: ${message}`);

/** Of the newest published version of each form, and of every other in which something was submitted, a line a question. `submittedIn`: hashes. */
export const undeclaredInForms = async (
  store: Store,
  submittedIn: ReadonlySet<string>,
  councilIdentifiers: readonly string[],
): Promise<string[]> => {
  const newest = new Map<string, string>();
  const published = {
    filter: { published: { eq: true } },
    sort: { path: '_id', direction: 'asc' },
    atOnce: 10,
  } as const;
  for await (const { form, version } of every(store, 'formVersions', published))
    if (compareVersions(version, newest.get(form) ?? version) >= 0) newest.set(form, version);
  const found: string[] = [];
  for await (const kept of every(store, 'formVersions', published))
    if (newest.get(kept.form) === kept.version || submittedIn.has(kept._id))
      found.push(...inVersion(kept, councilIdentifiers));
  return found.sort();
};

/** The identifiers of the council's `case.json` by the names under which forms ask for them, and a line each of which it does not say from whom it is kept. */
export const identifiersOf = async (councilDir: string): Promise<{ names: string[]; undeclared: string[] }> => {
  const settings = createCaseSettings({ councilDir });
  await settings.reload();
  const { as, identifiers } = settings.current();
  return { names: identifiers.map(({ name }) => `${as}.${name}`), undeclared: settings.undeclared() };
};
