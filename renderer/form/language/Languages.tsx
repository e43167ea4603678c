import { useFormT } from '../words.ts';
import { nameOf } from './languages.ts';
import './languages.css';

interface LanguagesProps {
  languages: readonly string[];
  /** The one that is shown now. */
  language: string;
  onChoose: (language: string) => void;
  busy?: boolean;
}

/** “English | Polski”: each language by its own name. Nothing where there is only one. */
export const Languages = ({ languages, language: shown, onChoose, busy = false }: LanguagesProps) => {
  const t = useFormT();
  if (languages.length < 2) return null;
  return (
    <nav className="languages no-print" aria-label={t('language')}>
      <ul>
        {languages.map((language) => (
          <li key={language}>
            {language === shown ? (
              <span lang={language} aria-current="true">
                {nameOf(language)}
              </span>
            ) : (
              <button
                type="button"
                lang={language}
                aria-disabled={busy || undefined}
                onClick={() => !busy && onChoose(language)}
              >
                {nameOf(language)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};
