import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Case } from '../../../../wire/case.ts';
import type { CatalogueVersion } from '../../../../wire/council.ts';
import { caseQuery, proposalQuery, versionsQuery } from '../../../api/council.ts';
import { CheckboxGroup } from '../../../parts/inputs/Choices.tsx';
import { Loaded, LoadProblem } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Skeleton } from '../../../parts/Skeleton.tsx';
import { readyFormQuery } from '../../forms/ready-form.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { useFilters } from '../parts/filters.ts';
import { SendForms, type ReadyToSend } from './SendForms.tsx';
import { isTaskForm, taskForms } from './task-forms.ts';

/** Everything that the chosen forms need before they can be sent. */
const Chosen = ({ found, chosen }: { found: Case; chosen: readonly CatalogueVersion[] }) => {
  const queries = useQueryClient();
  const proposals = useQueries({
    queries: chosen.map(({ form }) => ({
      ...proposalQuery({ case: found.id, form }),
      refetchOnWindowFocus: false,
    })),
  });
  const forms = useQueries({
    queries: chosen.map(({ form: id, version, hash, title }) => readyFormQuery(queries, { id, version, hash, title })),
  });
  const waiting = [...proposals, ...forms].find(({ isError }) => isError);
  const ready = chosen.flatMap(({ form: formId }, index): ReadyToSend[] => {
    const [proposal, form] = [proposals[index]?.data, forms[index]?.data];
    return proposal === undefined || form === undefined ? [] : [{ formId, form, proposal }];
  });
  return (
    <>
      {waiting && <LoadProblem error={waiting.error} retry={() => void waiting.refetch()} busy={waiting.isFetching} />}
      {ready.length > 0 && <SendForms found={found} ready={ready} />}
      {!waiting && ready.length < chosen.length && <Skeleton lines={6} />}
    </>
  );
};

const Choosing = ({ found, versions }: { found: Case; versions: readonly CatalogueVersion[] }) => {
  const filters = useFilters();
  const wanted = filters.get('form').split(',');
  const chosen = wanted.flatMap((id) => versions.filter((each) => isTaskForm(each) && each.form === id));
  const forms = taskForms(versions);
  return (
    <>
      <PageTitle step={`${found.subject.firstName} ${found.subject.lastName}, ${found.reference}`}>
        Send a form
      </PageTitle>
      {forms.length === 0 ? (
        <p>
          No form can be sent as a task yet. <Link href="/council/forms">See the catalogue of forms</Link>
        </p>
      ) : (
        <CheckboxGroup
          id="forms"
          label="Forms to send"
          help="Choose one or more. Each goes to its own people."
          options={forms}
          value={wanted}
          onChange={(ids) => filters.set({ form: ids.filter((id) => id !== '').join(',') })}
        />
      )}
      {chosen.length > 0 && <Chosen found={found} chosen={chosen} />}
    </>
  );
};

/** Sends forms about a case, each to one or many. The forms stand in the address. */
const SendTask = ({ caseId }: { caseId: string }) => {
  const found = useQuery({ ...caseQuery(caseId), refetchOnWindowFocus: false });
  const versions = useQuery(versionsQuery);
  return (
    <>
      <Crumbs
        trail={[
          { href: '/council/cases', label: 'Cases' },
          { href: `/council/cases/${caseId}`, label: 'Case' },
        ]}
      />
      <Loaded query={found} lines={8}>
        {(one) => <Loaded query={versions}>{(all) => <Choosing found={one} versions={all} />}</Loaded>}
      </Loaded>
    </>
  );
};

export default SendTask;
