import { useQuery, useQueryClient } from '@tanstack/react-query';
import { serviceQuery } from '../../api/portal.ts';
import { definitionQuery } from '../../api/records.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { unsentBetween, type Unsent } from '../check/unsent.ts';
import { readyForm } from '../open/form-validators.ts';
import { forgetWords, unsentOf, sidesOf, type UnsentKey } from '../saving/unsent-store.ts';
import { useFormT } from '../words.ts';
import { UnsentWords } from './UnsentWords.tsx';

interface LeftOnDeviceProps {
  accountId: string;
  of: UnsentKey;
}

/** What this device still has of a form that can no longer be written in, until the person has seen to it. */
export const LeftOnDevice = ({ accountId, of }: LeftOnDeviceProps) => {
  const queries = useQueryClient();
  const t = useFormT();
  const { data, refetch } = useQuery({
    queryKey: ['kept-words', accountId, of],
    queryFn: async () => {
      const kept = await unsentOf(accountId, of);
      const unsent = await Promise.all(
        kept.map(async ({ held }): Promise<Unsent[]> => {
          if (held.of === undefined) return [];
          const [{ definition, validators }, service] = await Promise.all([
            queries.query(definitionQuery(held.of)),
            queries.query(serviceQuery),
          ]);
          const form = await readyForm(definition, validators, held.of.language);
          const { base, mine } = sidesOf(held);
          return unsentBetween(form, { today: service.today, values: {} }, service.timeZone, base, mine);
        }),
      );
      return { keys: kept.map(({ key }) => key), unsent: unsent.flat() };
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  if (data === undefined || data.unsent.length === 0) return null;
  const remove = (): void => void forgetWords(data.keys).then(() => refetch());
  return (
    <Notice kind="warning">
      <h2 className="notice-title">{t('unsentWords.title')}</h2>
      <UnsentWords unsent={data.unsent} />
      <div className="actions">
        <Button onClick={remove}>{t('unsentWords.remove')}</Button>
      </div>
    </Notice>
  );
};
