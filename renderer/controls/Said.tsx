import { useTools } from '../form/filling-context.ts';
import { useSpeech } from '../parts/words.ts';

/** A text of the form, marked where it is in another language than the words around it. */
export const Said = ({ text }: { text: string }) => {
  const { form } = useTools().filling;
  const around = useSpeech().language;
  const english = form.untranslated.has(text);
  const language = english ? 'en' : form.language;
  if (language === around && form.direction === 'ltr') return <>{text}</>;
  return (
    <span lang={language} dir={english ? 'ltr' : form.direction}>
      {text}
    </span>
  );
};
