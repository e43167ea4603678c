/** Each form's versions: what every published one changed, and how many drafts are still in it. */
import type { Logger } from 'pino';
import { diff } from '../../../engine/index.ts';
import type { CatalogueVersion } from '../../../wire/council.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { ServedFormVersion } from './decide.ts';
import { newestOf } from './decide.ts';
import { compareVersions } from './version.ts';
import type { Catalogue } from './catalogue.ts';

export interface CatalogueHistory {
  /** By form, newest version first. */
  versions: () => Promise<CatalogueVersion[]>;
}

const mostChanges = 200;

export const createCatalogueHistory = ({
  store,
  catalogue,
  log,
}: {
  store: Store;
  catalogue: Catalogue;
  log: Logger;
}): CatalogueHistory => {
  /** What differs between two hashes never changes. */
  const known = new Map<string, string[]>();

  const changesBetween = async (before: ServedFormVersion, after: ServedFormVersion): Promise<string[]> => {
    const key = `${before.hash}:${after.hash}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const [old, now] = await Promise.all([catalogue.formVersion(before.hash), catalogue.formVersion(after.hash)]);
    if (old === undefined || now === undefined) return [];
    const changes = diff(old.compiled(), now.compiled())
      .map(({ words }) => words)
      .slice(0, mostChanges);
    known.set(key, changes);
    return changes;
  };

  const told = async (before: ServedFormVersion | undefined, after: ServedFormVersion): Promise<string[]> => {
    if (before === undefined) return [];
    try {
      return await changesBetween(before, after);
    } catch (error) {
      log.warn({ form: after.form, version: after.version, err: error }, 'changes of a form version not worked out');
      return [`What differs from ${before.version} could not be worked out`];
    }
  };

  const named = async ({ form, hash }: ServedFormVersion): Promise<Pick<CatalogueVersion, 'title' | 'kind'>> => {
    const summary = (await catalogue.formVersion(hash).catch(() => undefined))?.summary;
    return summary === undefined ? { title: form } : { title: summary.title, kind: summary.kind };
  };

  return {
    versions: async () => {
      const { served } = catalogue.state();
      const newest = newestOf(served);
      const sorted = [...served].sort(
        (one, other) =>
          (one.form < other.form ? -1 : one.form > other.form ? 1 : 0) || compareVersions(other.version, one.version),
      );
      const found: CatalogueVersion[] = [];
      for (const [index, version] of sorted.entries()) {
        const { form, hash, published } = version;
        const before = sorted.slice(index + 1).find((other) => other.form === form && other.published);
        found.push({
          form,
          ...(await named(version)),
          version: version.version,
          hash,
          published,
          newest: newest.get(form)?.hash === hash,
          openDrafts: await store.count('drafts', { 'form.hash': { eq: hash }, status: { eq: 'open' } }),
          changes: await told(before, version),
        });
      }
      return found;
    },
  };
};
