import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDateTime } from '../../../engine/index.ts';
import type { OwnSession } from '../../../wire/account.ts';
import { call, ProblemError } from '../../api/client.ts';
import { useService } from '../../api/person.ts';
import { chosenLanguage } from '../../form/language/languages.ts';
import { usePageLanguage } from '../../form/language/page-language.ts';
import { englishLocale, useFormT, type FormTranslate } from '../../form/words.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { LocaleContext } from '../../parts/words.ts';
import { localeQuery } from '../../form/language/locale.ts';
import { SavedNotice } from './SavedNotice.tsx';
import './own-sessions.css';

const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ signal }) => call('GET', '/api/me/sessions', undefined, { signal }),
});

/** `Chrome on Android`, or what of it is known. */
const deviceIn = (t: FormTranslate, { browser, system }: OwnSession['device']): string => {
  if (browser !== undefined && system !== undefined) return t('sessions.device', { browser, system });
  return browser ?? system ?? t('sessions.unknown');
};

interface SessionProps {
  session: OwnSession;
  busy: boolean;
  onEnd: () => void;
}

const Session = ({ session: { current, device, signedInAt, lastUsedAt }, busy, onEnd }: SessionProps) => {
  const t = useFormT();
  const { timeZone } = useService();
  const name = deviceIn(t, device);
  const at = (time: string): string => formatDateTime(time, timeZone, t.language);
  return (
    <li>
      <h2>{name}</h2>
      {current && (
        <p>
          <strong>{t('sessions.this')}</strong>
        </p>
      )}
      <Facts
        facts={[
          { label: t('sessions.since'), value: at(signedInAt) },
          { label: t('sessions.used'), value: current ? t('sessions.now') : at(lastUsedAt) },
        ]}
      />
      {!current && (
        <Button
          onClick={onEnd}
          busy={busy}
          busyText={t('sessions.ending')}
          aria-label={t('sessions.endOne', { device: name, at: at(signedInAt) })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
};

const Sessions = ({ sessions, onChanged }: { sessions: readonly OwnSession[]; onChanged: () => Promise<unknown> }) => {
  const t = useFormT();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState({ text: '', times: 0 });
  const end = async (what: string, text: string): Promise<void> => {
    setBusy(what);
    setProblem(undefined);
    try {
      await call('DELETE', what === '' ? '/api/me/sessions' : `/api/me/sessions/${what}`);
    } catch (error) {
      // Of one that is over by itself there is nothing left to end.
      const over = error instanceof ProblemError && error.body.status === 404;
      if (!over) {
        setProblem(error instanceof Error ? error.message : t('unexpected'));
        setBusy(undefined);
        return;
      }
    }
    await onChanged();
    setBusy(undefined);
    setDone(({ times }) => ({ text, times: times + 1 }));
  };
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <>
      {done.times > 0 && <SavedNotice key={done.times} text={done.text} />}
      {problem !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <p>{t(others === 0 ? 'sessions.only' : 'sessions.intro')}</p>
      <ul className="own-sessions">
        {sessions.map((session) => (
          <Session
            key={session.id}
            session={session}
            busy={busy === session.id}
            onEnd={() => void end(session.id, t('sessions.ended', { device: deviceIn(t, session.device) }))}
          />
        ))}
      </ul>
      {others > 1 && (
        <div className="actions">
          <Button
            look="primary"
            onClick={() => void end('', t('sessions.allEnded'))}
            busy={busy === ''}
            busyText={t('sessions.ending')}
          >
            {t('sessions.endAll')}
          </Button>
        </div>
      )}
      <p>
        {t('sessions.strange')} <Link href="/account/update">{t('sessions.password')}</Link>
      </p>
    </>
  );
};

const Titled = () => {
  const t = useFormT();
  const query = useQuery(ownSessionsQuery);
  return (
    <>
      <PageTitle>{t('sessions.title')}</PageTitle>
      <Loaded query={query}>{(sessions) => <Sessions sessions={sessions} onChanged={() => query.refetch()} />}</Loaded>
    </>
  );
};

/** Where the person is signed in, in the language that was chosen last on this device. */
const OwnSessions = () => {
  const { data: locale = englishLocale } = useQuery(localeQuery(chosenLanguage()));
  usePageLanguage(locale.language);
  return (
    <LocaleContext value={locale}>
      <div lang={locale.language}>
        <Titled />
      </div>
    </LocaleContext>
  );
};

export default OwnSessions;
