import { useTools } from '../form/filling-context.ts';
import { useLocale } from '../parts/words.ts';

/** A text of the form, marked where it is in another language than the words around it. */
export const FormText = ({ text }: { text: string }) => {
  const { form } = useTools().filling;
  const around = useLocale().language;
  const english = form.untranslated.has(text);
  const language = english ? 'en' : form.language;
  if (language === around && form.direction === 'ltr') return <>{text}</>;
  return (
    <span lang={language} dir={english ? 'ltr' : form.direction}>
      {text}
    </span>
  );
};
