/** Answers as they are sent to somebody: never all that are stored, but those that this person may see. */
import Type from 'typebox';

/** The engine makes these, and nothing else is of this type: whoever sends answers must have asked who sees them. */
export interface AnswersForViewer {
  readonly [key: string]: unknown;
  readonly '~forViewer': true;
}

export const AnswersSent = Type.Unsafe<AnswersForViewer>(Type.Record(Type.String(), Type.Unknown()));
