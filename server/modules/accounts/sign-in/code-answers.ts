/** Answers to codes, with wrong ones noted in the audit trail. */
import { ProblemError } from '../../../core/errors.ts';
import type { AccountParts } from '../parts.ts';
import type { ChallengeKind, ChallengeValues } from './challenge-records.ts';

/** What the code opens. `actor`: who is signed in, if anybody. Throws what `challenges.answer` throws. */
export const answerCode = async <Kind extends ChallengeKind>(
  { challenges, audit }: Pick<AccountParts, 'challenges' | 'audit'>,
  kind: Kind,
  { challenge, code }: { challenge: string; code: string },
  actor = 'nobody',
): Promise<ChallengeValues[Kind]> => {
  try {
    return await challenges.answer(kind, challenge, code);
  } catch (error) {
    // One that is not known would let anybody write whatever they like into the trail.
    if (error instanceof ProblemError && (error.code === 'code-wrong' || error.code === 'code-used-up'))
      await audit.append({
        actor,
        action: 'code-refused',
        subject: { kind: 'challenge', id: challenge },
        detail: { step: kind },
      });
    throw error;
  }
};
