import { useState } from 'react';
import { languagesOf, rememberLanguage } from './languages.ts';
import { Languages } from './Languages.tsx';
import type { OpenDraft } from '../open/opened.ts';
import { useFormT } from '../words.ts';

/** The languages in which the open form can be filled in; the draft keeps the one that is chosen. */
export const FormLanguages = ({ open, reopen }: { open: OpenDraft; reopen: () => void }) => {
  const t = useFormT();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const { form } = open;
  const choose = async (language: string): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      await open.speak(language);
      rememberLanguage(language);
      reopen();
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <>
      <Languages
        languages={languagesOf(form.definition)}
        language={form.language}
        onChoose={(language) => void choose(language)}
        busy={busy}
      />
      {failed && <p role="alert">{t('language.failed')}</p>}
    </>
  );
};
