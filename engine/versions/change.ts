import type { Pointer } from '../json.ts';

/**
 * `wording`: only words differ. `compatible`: drafts of the older version go on as they are. `breaking`: an answer may have no place, or
 * answers that were complete are so no more.
 */
export type ChangeLevel = 'wording' | 'compatible' | 'breaking';

/** One difference between two versions, as one would tell a colleague. */
export interface Change {
  level: ChangeLevel;
  /** The question, in the newer version unless it is gone from it; absent for the form as a whole. */
  pointer?: Pointer;
  /** `Question “Date of birth” became required`. */
  words: string;
}

const levels: readonly ChangeLevel[] = ['wording', 'compatible', 'breaking'];

/** The gravest of some changes; `wording` for none. */
export const gravest = (changes: readonly Change[]): ChangeLevel =>
  changes.reduce<ChangeLevel>(
    (most, { level }) => (levels.indexOf(level) > levels.indexOf(most) ? level : most),
    'wording',
  );

/** The version number that follows: breaking raises the first figure, compatible the second, wording the third. */
export const nextVersion = (version: string, level: ChangeLevel): string => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (level === 'breaking') return `${major + 1}.0.0`;
  return level === 'compatible' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
};
