import { useState } from 'react';
import type { JsonValue } from '../../../engine/json.ts';
import { Button } from '../../parts/Button.tsx';
import { RadioGroup } from '../../parts/inputs/Choices.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { answerInWords } from '../check/answer-in-words.ts';
import type { OpenDraft } from '../open/opened.ts';
import type { Merge } from '../saving/conflict.ts';
import { useFormT } from '../words.ts';

interface ConflictDialogProps {
  open: OpenDraft;
  merge: Merge;
}

/** The same questions were answered here and elsewhere; the person says which answers stand. */
export const ConflictDialog = ({ open, merge }: ConflictDialogProps) => {
  const { form, context, service } = open;
  const t = useFormT();
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
        <p>{t('conflict.waiting')}</p>
        <Button onClick={() => setAsked(true)}>{t('conflict.choose')}</Button>
      </div>
    );
  return (
    <Dialog title={t('conflict.title')} onClose={() => setAsked(false)}>
      <p>
        {t('conflict.text')} {t(keys.length === 1 ? 'conflict.one' : 'conflict.each')}
      </p>
      {merge.conflicts.map(({ key, mine: own, theirs }) => (
        <RadioGroup
          id={`conflict-${key}`}
          label={form.questionAt(`/${key}`)?.label ?? key}
          options={[
            { value: 'mine', label: t('conflict.mine'), hint: words(key, own) },
            { value: 'theirs', label: t('conflict.theirs'), hint: words(key, theirs) },
          ]}
          value={mine.has(key) ? 'mine' : 'theirs'}
          onChange={(value) => choose(key, value === 'mine')}
          key={key}
        />
      ))}
      <div className="actions">
        <Button look="primary" onClick={() => open.saving.resolve(mine)}>
          {t(keys.length === 1 ? 'conflict.keepOne' : 'conflict.keepEach')}
        </Button>
        {keys.length > 1 && (
          <Button onClick={() => open.saving.resolve(new Set(keys))}>{t('conflict.keepMine')}</Button>
        )}
      </div>
    </Dialog>
  );
};
