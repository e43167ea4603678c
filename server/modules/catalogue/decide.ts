/** What is served, what is newly published and what is refused: decided from what lies in the folder, the lock and the store. */
import type { FormDefinition } from '../../../engine/index.ts';
import { compareVersions } from './version.ts';

/** A folder that was parsed: its definition, or what is wrong with it. */
export interface ParsedFormVersion {
  form: string;
  version: string;
  definition?: FormDefinition;
  problem?: string;
}

/** A version that the store keeps. */
export interface StoredFormVersion {
  form: string;
  version: string;
  hash: string;
  published: boolean;
}

export interface ServedFormVersion {
  form: string;
  version: string;
  hash: string;
  published: boolean;
  /** Where its files come from. */
  from: 'folder' | 'store';
}

export interface Refusal {
  form: string;
  version: string;
  /** What is wrong and what to do, for an administrator. */
  reason: string;
}

export interface Decision {
  served: ServedFormVersion[];
  /** Published in the lock and not in the store yet. */
  toKeep: ServedFormVersion[];
  refused: Refusal[];
}

/** Hashes by form id and version, as `forms.lock` has them. */
export type Lock = Record<string, Record<string, string>>;

export const decide = (
  folders: readonly ParsedFormVersion[],
  lock: Lock,
  kept: readonly StoredFormVersion[],
  serveUnpublished: boolean,
): Decision => {
  const decision: Decision = { served: [], toKeep: [], refused: [] };
  const published = kept.filter((version) => version.published);
  for (const { form, version, hash } of published) {
    decision.served.push({ form, version, hash, published: true, from: 'store' });
  }
  for (const folder of folders) {
    const reason = refusalOf(folder, lock, published);
    if (reason !== undefined) decision.refused.push({ form: folder.form, version: folder.version, reason });
    else if (folder.definition !== undefined)
      take(folder, folder.definition.hash, lock, published, serveUnpublished, decision);
  }
  return decision;
};

const lockedHash = (lock: Lock, form: string, version: string): string | undefined => {
  const versions = Object.hasOwn(lock, form) ? lock[form] : undefined;
  return versions !== undefined && Object.hasOwn(versions, version) ? versions[version] : undefined;
};

const refusalOf = (
  folder: ParsedFormVersion,
  lock: Lock,
  published: readonly StoredFormVersion[],
): string | undefined => {
  const { form, version, definition, problem } = folder;
  if (definition === undefined) return problem ?? 'This package could not be read.';
  const differs = 'A published version never changes: restore its files, or publish the change as a new version.';
  const locked = lockedHash(lock, form, version);
  if (locked !== undefined && locked !== definition.hash)
    return `The files differ from what forms.lock says. ${differs}`;
  const stored = published.find((other) => other.form === form && other.version === version);
  if (stored !== undefined && stored.hash !== definition.hash) {
    return `The files differ from the version that is kept in the store. ${differs}`;
  }
  return undefined;
};

const take = (
  { form, version }: ParsedFormVersion,
  hash: string,
  lock: Lock,
  published: readonly StoredFormVersion[],
  serveUnpublished: boolean,
  decision: Decision,
): void => {
  if (published.some((stored) => stored.hash === hash)) return;
  const isPublished = lockedHash(lock, form, version) !== undefined;
  if (!isPublished && !serveUnpublished) return;
  const served: ServedFormVersion = { form, version, hash, published: isPublished, from: 'folder' };
  decision.served.push(served);
  if (isPublished) decision.toKeep.push(served);
};

/** The newest version of each form, by form id. */
export const newestOf = (served: readonly ServedFormVersion[]): Map<string, ServedFormVersion> => {
  const newest = new Map<string, ServedFormVersion>();
  for (const version of served) {
    const held = newest.get(version.form);
    if (held === undefined || compareVersions(version.version, held.version) > 0) newest.set(version.form, version);
  }
  return newest;
};
