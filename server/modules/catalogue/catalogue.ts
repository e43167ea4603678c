/**
 * The forms that this service offers. Packages come from a folder; each published version is kept in the store under its hash, so
 * that it can be shown for ever and all servers agree on what is published. One broken package harms nothing but itself.
 */
import type { Logger } from 'pino';
import type { FormDefinition } from '../../../engine/index.ts';
import type { FormSummary } from '../../../wire/form.ts';
import { every } from '../../platform/storage/every.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { decide, newestOf } from './decide.ts';
import type { StoredFormVersion, Refusal, ServedFormVersion } from './decide.ts';
import { compileDefinition, compileFolder } from './compiler.ts';
import { createFormVersion } from './form-version.ts';
import type { FormVersion } from './form-version.ts';
import type { FormVersionFolder } from './folder.ts';
import { folderStamp } from './changes.ts';
import { readLock } from './lock.ts';

/** A version in the store, `_id` being its hash. */
export interface FormVersionDocument extends Stored {
  form: string;
  version: string;
  published: boolean;
  files: Record<string, string>;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    formVersions: FormVersionDocument;
  }
}

export interface CatalogueState {
  served: ServedFormVersion[];
  refused: Refusal[];
}

export interface Catalogue {
  /** Reads folder, lock and store again. A folder that cannot be read changes nothing and is named among the refusals. */
  reload: () => Promise<CatalogueState>;
  /** Reloads when another server has published since, or anything in the folder has changed; cheap when nothing has. */
  follow: () => Promise<void>;
  state: () => CatalogueState;
  /** The newest version of each form that people may start themselves. */
  forms: () => FormSummary[];
  /** The teams to which the newest version of each form may go, by form. */
  teams: () => ReadonlyMap<string, readonly string[]>;
  newest: (form: string) => Promise<FormVersion | undefined>;
  version: (form: string, version: string) => Promise<FormVersion | undefined>;
  /** By hash, whether it is still served or not. */
  formVersion: (hash: string) => Promise<FormVersion | undefined>;
  /** Keeps the version in the store, so that what depends on it outlives its folder. */
  keep: (formVersion: FormVersion) => Promise<void>;
}

/** Versions read at once, each with its files: more would hold the event loop. */
const versionsAtOnce = 10;

/** Versions held compiled at once; the longest unused goes first. */
const mostCompiled = 60;

export interface CatalogueParts {
  store: Store;
  formsDir: string;
  serveUnpublished: boolean;
  /** Unpublished versions too in which the check finds errors: for a preview, which shows the errors beside the form. */
  offerFaulty?: boolean;
  log: Logger;
}

/** Families of forms stand first, in their own order, and then single forms. */
const orderOf = ({ family }: FormSummary): number => family?.order ?? Number.MAX_SAFE_INTEGER;

export const createCatalogue = ({
  store,
  formsDir,
  serveUnpublished,
  offerFaulty = false,
  log,
}: CatalogueParts): Catalogue => {
  let state: CatalogueState = { served: [], refused: [] };
  let summaries: FormSummary[] = [];
  let teams = new Map<string, readonly string[]>();
  let publishedCount = -1;
  let folderAt = '';
  /** Files of what lies in the folder, by hash. */
  let folderFiles = new Map<string, Record<string, string>>();
  const formVersions = new Map<string, FormVersion>();

  const hold = (formVersion: FormVersion): FormVersion => {
    const { hash } = formVersion.definition;
    formVersions.delete(hash);
    formVersions.set(hash, formVersion);
    const oldest = formVersions.size > mostCompiled ? formVersions.keys().next().value : undefined;
    if (oldest !== undefined) formVersions.delete(oldest);
    return formVersion;
  };

  /** As it is described; not compiled yet. */
  const described = async (hash: string): Promise<FormVersion | undefined> => {
    const held = formVersions.get(hash);
    if (held !== undefined) return hold(held);
    const kept = await store.get('formVersions', hash);
    const files = kept?.files ?? folderFiles.get(hash);
    if (files === undefined) return undefined;
    const definition = await compileDefinition(files).catch((error: unknown) => {
      throw new Error(`The form version ${hash} can no longer be read`, { cause: error });
    });
    // Two that asked at once share one.
    return hold(formVersions.get(hash) ?? createFormVersion(definition, kept?.published ?? false));
  };

  const formVersion = async (hash: string): Promise<FormVersion | undefined> => {
    const found = await described(hash);
    await found?.ready();
    return found;
  };

  const keepFiles = async (version: StoredFormVersion, files: Record<string, string>): Promise<void> => {
    const { form, hash, published } = version;
    try {
      await store.insert('formVersions', {
        _id: hash,
        form,
        version: version.version,
        published,
        files,
      });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
      if (published) await store.patch('formVersions', { _id: { eq: hash } }, { set: { published: true } });
    }
  };

  const storedVersions = async (): Promise<StoredFormVersion[]> => {
    const versions: StoredFormVersion[] = [];
    const all = { filter: {}, sort: { path: '_id', direction: 'asc' }, atOnce: versionsAtOnce } as const;
    for await (const { _id, form, version, published } of every(store, 'formVersions', all))
      versions.push({ form, version, published, hash: _id });
    return versions;
  };

  const readAll = async (): Promise<CatalogueState> => {
    folderAt = await folderStamp(formsDir);
    const kept = await storedVersions();
    const { folders, problems } = await parseFolder(formsDir, serveUnpublished && !offerFaulty);
    const { lock, problem } = await readLock(formsDir);
    const decision = decide(
      folders.map(({ parsed }) => parsed),
      lock,
      kept,
      serveUnpublished && problem === undefined,
    );
    const definitions = new Map<string, FormDefinition>();
    const files = new Map<string, Record<string, string>>();
    for (const folder of folders) {
      const { definition } = folder.parsed;
      if (definition === undefined) continue;
      definitions.set(definition.hash, definition);
      files.set(definition.hash, folder.files);
    }
    for (const version of decision.toKeep) await keepFiles(version, files.get(version.hash) ?? {});

    for (const { hash, published } of decision.served) {
      const definition = definitions.get(hash);
      if (definition !== undefined && formVersions.get(hash)?.published !== published)
        hold(createFormVersion(definition, published));
    }
    folderFiles = files;
    publishedCount = kept.filter(({ published }) => published).length + decision.toKeep.length;
    const refused = [...decision.refused, ...problems, ...(problem === undefined ? [] : [lockRefusal(problem)])];
    state = { served: decision.served, refused };
    summaries = await summariesOf(newestOf(state.served));
    for (const { form, version, reason } of refused) log.warn({ form, version, reason }, 'form version refused');
    return state;
  };

  /** One after the other, so that a slow one cannot undo a newer one. */
  let last: Promise<unknown> = Promise.resolve();
  const reload = (): Promise<CatalogueState> => {
    const next = last.then(readAll, readAll);
    last = next;
    return next;
  };

  const summariesOf = async (newest: Map<string, ServedFormVersion>): Promise<FormSummary[]> => {
    const found: FormSummary[] = [];
    const routed = new Map<string, readonly string[]>();
    for (const { form, hash } of newest.values()) {
      const offered = await described(hash);
      if (offered !== undefined) routed.set(form, teamsOf(offered.definition.manifest.routing));
      if (offered?.definition.manifest.kind === 'application') found.push(offered.summary);
    }
    teams = routed;
    return found.sort((one, other) => orderOf(one) - orderOf(other) || (one.title < other.title ? -1 : 1));
  };

  const served = (version: ServedFormVersion | undefined): Promise<FormVersion | undefined> =>
    version === undefined ? Promise.resolve(undefined) : formVersion(version.hash);

  return {
    reload,
    follow: async () => {
      const [published, folder] = await Promise.all([
        store.count('formVersions', { published: { eq: true } }),
        folderStamp(formsDir),
      ]);
      if (published !== publishedCount || folder !== folderAt) await reload();
    },
    state: () => state,
    forms: () => summaries,
    teams: () => teams,
    newest: (form) => served(newestOf(state.served).get(form)),
    version: (form, version) => served(state.served.find((other) => other.form === form && other.version === version)),
    formVersion,
    keep: async ({ definition, published }) => {
      const files = folderFiles.get(definition.hash);
      if (published || files === undefined) return;
      const { id, version } = definition.manifest;
      await keepFiles({ form: id, version, hash: definition.hash, published }, files);
    },
  };
};

const teamsOf = (routing: FormDefinition['manifest']['routing']): string[] =>
  'team' in routing ? [routing.team] : [...new Set([...Object.values(routing.teams), routing.otherwise])];

const lockRefusal = (reason: string): Refusal => ({ form: 'forms.lock', version: '', reason });

const parseFolder = async (
  formsDir: string,
  judged: boolean,
): Promise<{ folders: FormVersionFolder[]; problems: Refusal[] }> => {
  try {
    return { folders: await compileFolder(formsDir, judged), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { folders: [], problems: [{ form: formsDir, version: '', reason }] };
  }
};
