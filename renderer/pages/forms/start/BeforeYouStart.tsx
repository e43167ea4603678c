import { lookUp, segments, type FormDefinition, type UiElement } from '../../../../engine/index.ts';
import type { FormSummary } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { timeItTakes } from './offers.ts';
import { sentence, useFormT } from '../../../form/words.ts';

interface BeforeYouStartProps {
  form: FormSummary;
  definition: FormDefinition;
  language: string;
}

/** A text with its links; one to an address that the council has not set stays words. */
const Words = ({ text }: { text: string }) => {
  const { links } = useService();
  const pieces = segments(text).map((segment, index) => {
    const href =
      segment.kind === 'link' ? segment.href : segment.kind === 'setting' ? links[segment.setting] : undefined;
    return href === undefined ? (
      segment.words
    ) : (
      <a key={index} href={href}>
        {segment.words}
      </a>
    );
  });
  return <>{pieces}</>;
};

const pagesOf = (element: UiElement): UiElement[] =>
  element.type === 'Category' ? [element] : (element.elements ?? []).flatMap(pagesOf);

const Start = ({
  definition,
  minutes,
  language,
}: {
  definition: FormDefinition;
  minutes: number[] | undefined;
  language: string;
}) => {
  const t = useFormT();
  const { links } = useService();
  const text = lookUp(definition.texts, language);
  const words = (key: string): string => text(key) ?? key;
  const { start } = definition.manifest;
  const time = timeItTakes(minutes, t);
  const parts = pagesOf(definition.ui).map(({ i18n = '' }) => words(`${i18n}.label`));
  const known = start?.links.flatMap((link) => ({ words: words(link.text), href: links[link.setting] })) ?? [];
  return (
    <>
      {start?.paragraphs.map((key) => (
        <p key={key}>
          <Words text={words(key)} />
        </p>
      ))}
      {time && <p>{sentence(t('start.minutes'), { time: <strong>{time}</strong> })}</p>}
      {start && start.ready.length > 0 && (
        <>
          <h3>{t('start.ready')}</h3>
          <ul>
            {start.ready.map((key) => (
              <li key={key}>
                <Words text={words(key)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {known.map(
        ({ words: label, href }) =>
          href !== undefined && (
            <p key={label}>
              <a href={href}>{label}</a>
            </p>
          ),
      )}
      <details className="start-parts">
        <summary>{t('start.parts')}</summary>
        <ol>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ol>
      </details>
      <p>
        <a href={`/api/blank-forms/${definition.manifest.id}?language=${language}`} download>
          {t('start.blank')}
        </a>
      </p>
    </>
  );
};

/** What a form is for, what to have ready and how long it takes; open to everybody. */
export const BeforeYouStart = ({ form, definition, language }: BeforeYouStartProps) => {
  const t = useFormT();
  return (
    <section aria-labelledby="before-you-start">
      <h2 id="before-you-start">{t('start.title')}</h2>
      <Start definition={definition} minutes={form.minutes} language={language} />
    </section>
  );
};
