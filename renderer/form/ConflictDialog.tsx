import { useState } from 'react';
import type { JsonValue } from '../../engine/json.ts';
import { Button } from '../parts/Button.tsx';
import { RadioGroup } from '../parts/Choices.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { answerInWords } from './answer-in-words.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Merge } from './saving/conflict.ts';

interface ConflictDialogProps {
  open: OpenDraft;
  merge: Merge;
}

/** The same questions were answered here and elsewhere; the person says which answers stand. */
export const ConflictDialog = ({ open, merge }: ConflictDialogProps) => {
  const { form, context, service } = open;
  const keys = merge.conflicts.map(({ key }) => key);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(keys));
  const [asked, setAsked] = useState(true);
  const choose = (key: string, own: boolean): void =>
    setMine(new Set(keys.filter((each) => (each === key ? own : mine.has(each)))));
  const words = (key: string, value: JsonValue | undefined) => (
    <span className="conflict-words">{answerInWords(form, context, service.timeZone, merge.answers, key, value)}</span>
  );
  if (!asked)
    return (
      <div className="conflict-waiting no-print">
        <p>This form was changed elsewhere. Nothing is saved until you have chosen which answers stand.</p>
        <Button onClick={() => setAsked(true)}>Choose</Button>
      </div>
    );
  return (
    <Dialog title="This form was changed in two places" onClose={() => setAsked(false)}>
      <p>
        It was changed in another window or on another device while you wrote here. Nothing is lost.{' '}
        {keys.length === 1 ? 'Choose which answer stands.' : 'Choose for each question which answer stands.'}
      </p>
      {merge.conflicts.map(({ key, mine: own, theirs }) => (
        <RadioGroup
          id={`conflict-${key}`}
          label={form.questionAt(`/${key}`)?.label ?? key}
          options={[
            { value: 'mine', label: 'What you wrote here', hint: words(key, own) },
            { value: 'theirs', label: 'What was saved elsewhere', hint: words(key, theirs) },
          ]}
          value={mine.has(key) ? 'mine' : 'theirs'}
          onChange={(value) => choose(key, value === 'mine')}
          key={key}
        />
      ))}
      <div className="actions">
        <Button look="primary" onClick={() => open.saving.resolve(mine)}>
          {keys.length === 1 ? 'Keep this answer' : 'Keep these answers'}
        </Button>
        {keys.length > 1 && (
          <Button onClick={() => open.saving.resolve(new Set(keys))}>Keep everything that you wrote here</Button>
        )}
      </div>
    </Dialog>
  );
};
