import type { ReactNode } from 'react';
import { segments } from '../../engine/index.ts';
import { useTools } from '../form/filling-context.ts';
import { useLocale } from '../parts/words.ts';
import { useFormT } from '../form/words.ts';

/** A text of the form with its links: to an address, or to the one that the council has set under a name. */
export const Words = ({ text }: { text: string }) => {
  const { links, filling } = useTools();
  const { form } = filling;
  const t = useFormT();
  const around = useLocale().language;
  const language = form.untranslated.has(text) ? 'en' : form.language;
  const pieces = segments(text).map((segment, index): ReactNode => {
    const href =
      segment.kind === 'link' ? segment.href : segment.kind === 'setting' ? links[segment.setting] : undefined;
    if (href === undefined) return segment.words;
    return (
      <a href={href} target="_blank" rel="noopener" key={index}>
        {segment.words}
        <span className="visually-hidden">{t('newTab')}</span>
      </a>
    );
  });
  if (language === around && form.direction === 'ltr') return <>{pieces}</>;
  return (
    <span lang={language} dir={language === form.language ? form.direction : 'ltr'}>
      {pieces}
    </span>
  );
};
