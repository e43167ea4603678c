import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { saveEverything } from '../api/before-leaving.ts';
import { call, sessionEndsAt } from '../api/client.ts';
import { meQuery } from '../api/portal.ts';
import { InPageLanguage } from '../form/language/InPageLanguage.tsx';
import { useFormT } from '../form/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';

const WARN_BEFORE = 2 * 60_000;
const LOOK_EVERY = 5_000;

/** Two minutes before an idle person is signed out it asks whether to stay. Whatever was written is saved first. */
const IdleWarning = () => {
  const queries = useQueryClient();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const [left, setLeft] = useState(Infinity);

  useEffect(() => {
    let gone = false;
    const leftNow = (): number => sessionEndsAt() - Date.now();
    const look = async (): Promise<void> => {
      // Another window may have kept the session open; the server knows. When it cannot be reached, what it said last holds.
      const asks = leftNow() <= WARN_BEFORE;
      const me = asks ? await queries.query({ ...meQuery, staleTime: 0 }).catch(() => undefined) : undefined;
      if (gone) return;
      const back = search ? `${path}?${search}` : path;
      if (me?.account === null) navigate(`/sign-in?ended=1&return=${encodeURIComponent(back)}`);
      else setLeft(leftNow());
    };
    const timer = setInterval(() => void look(), LOOK_EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [queries, navigate, path, search]);

  const warns = left <= WARN_BEFORE;
  useEffect(() => {
    if (warns) void saveEverything();
  }, [warns]);
  const stay = async (): Promise<void> => {
    await saveEverything();
    const me = await call('POST', '/api/session/extend').catch(() => undefined);
    if (me) queries.setQueryData(meQuery.queryKey, me);
    setLeft(Infinity);
  };
  if (!warns) return null;
  return (
    <InPageLanguage>
      <Asked onStay={() => void stay()} />
    </InPageLanguage>
  );
};

const Asked = ({ onStay }: { onStay: () => void }) => {
  const t = useFormT();
  return (
    <Dialog alert title={t('idle.title')} onClose={onStay}>
      <p>{t('idle.text')}</p>
      <div className="actions">
        <Button look="primary" data-autofocus onClick={onStay}>
          {t('idle.stay')}
        </Button>
      </div>
    </Dialog>
  );
};

export default IdleWarning;
