import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { printDocument, type CompiledForm } from '../../../../engine/index.ts';
import { isObject } from '../../../../engine/json.ts';
import type { Submission } from '../../../../wire/form.ts';
import type { Task } from '../../../../wire/task.ts';
import { taskQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { submissionQuery } from '../../../api/records.ts';
import { LoadProblem, Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Skeleton } from '../../../parts/Skeleton.tsx';
import { readyFormQuery } from '../../forms/ready-form.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { stateWords } from '../parts/state-words.ts';
import { sideBySide, type ComparedPage } from './side-by-side.ts';
import '../../../parts/inputs/field.css';
import '../../../parts/table.css';

/** Whose answers they are, with how far they have come. */
const nameOf = ({ holder, lastHolder, group, state, contributors }: Task): string => {
  const name = contributors.at(-1)?.name ?? holder?.name ?? lastHolder?.name ?? group?.name ?? 'Nobody yet';
  return `${name} (${stateWords(state).toLowerCase()})`;
};

interface ComparedProps {
  tasks: readonly Task[];
  submissions: ReadonlyMap<string, Submission>;
  form: CompiledForm;
}

const Answer = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? <span className="muted">Not answered</span> : <span className="lines">{lines.join('\n')}</span>;

const Compared = ({ tasks, submissions, form }: ComparedProps) => {
  const { today, timeZone } = useService();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const pages = useMemo(
    () =>
      sideBySide(
        tasks.map((task) => {
          const { answers: given, notAsked = [] } = submissions.get(task.submission ?? '') ?? task;
          const answers = isObject(given) ? given : {};
          const context = { today, values: {}, notAsked, nothingHidden: true };
          return printDocument(form, answers, context, { status: 'draft', copy: 'council', timeZone });
        }),
      ),
    [tasks, submissions, form, today, timeZone],
  );
  const shown = pages
    .map((page): ComparedPage => ({ ...page, rows: page.rows.filter(({ differs }) => differs || !onlyDifferent) }))
    .filter(({ rows }) => rows.length > 0);
  const form0 = tasks[0]?.form.title ?? '';
  return (
    <>
      <PageTitle step={tasks[0]?.subject ?? ''}>{`${form0}, side by side`}</PageTitle>
      <label className="choice">
        <input type="checkbox" checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)} />
        <span>Only where the answers differ</span>
      </label>
      <div className="compare-frame" tabIndex={0} role="region" aria-label="Answers side by side">
        <table className="table compare" role="table">
          <caption className="visually-hidden">{form0}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Question
              </th>
              {tasks.map((task) => (
                <th scope="col" role="columnheader" key={task.id}>
                  {nameOf(task)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map(({ id, heading, rows }) => (
              <Fragment key={id}>
                <tr className="compare-page" role="row">
                  <th scope="colgroup" role="rowheader" colSpan={tasks.length + 1}>
                    {heading}
                  </th>
                </tr>
                {rows.map(({ pointer, question, answers, differs }) => (
                  <tr key={pointer} role="row">
                    <th scope="row" role="rowheader">
                      {question}
                      {differs && <span className="row-note">Answers differ</span>}
                    </th>
                    {answers.map((lines, index) => (
                      <td role="cell" key={index} data-label={tasks[index] && nameOf(tasks[index])}>
                        <Answer lines={lines} />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p>{onlyDifferent ? 'No answers differ.' : 'Nothing was answered yet.'}</p>}
    </>
  );
};

const WithForm = ({ tasks, submissions }: Omit<ComparedProps, 'form'>) => {
  const queries = useQueryClient();
  const first = tasks[0];
  // The newest of their versions has a place for whatever is asked now; answers without one there are in the single views.
  const form = tasks.toSorted((one, other) => other.sentAt.localeCompare(one.sentAt))[0]?.form ?? first?.form;
  const query = useQuery({
    ...readyFormQuery(queries, form ?? { id: '', version: '', hash: '', title: '' }),
    enabled: form !== undefined,
  });
  return (
    <Loaded query={query} lines={10}>
      {(ready) => <Compared tasks={tasks} submissions={submissions} form={ready} />}
    </Loaded>
  );
};

/** The answers of several people to one form about one case. Which tasks stands in the address. */
const Compare = ({ caseId }: { caseId: string }) => {
  const [search] = useSearchParams();
  const ids = (search.get('tasks') ?? '').split(',').filter((id) => id !== '');
  const tasks = useQueries({ queries: ids.map((id) => taskQuery(id)) });
  const loaded = tasks.flatMap(({ data }) => data ?? []);
  const submitted = useQueries({
    queries: loaded.flatMap(({ submission }) => (submission === undefined ? [] : [submissionQuery(submission)])),
  });
  const failed = [...tasks, ...submitted].find(({ isError }) => isError);
  const here = loaded.length === ids.length && submitted.every(({ data }) => data !== undefined);
  return (
    <>
      <Crumbs
        trail={[
          { href: '/council/cases', label: 'Cases' },
          { href: `/council/cases/${caseId}`, label: 'Case' },
        ]}
      />
      {failed && <LoadProblem error={failed.error} retry={() => void failed.refetch()} busy={failed.isFetching} />}
      {!failed && !here && <Skeleton lines={10} />}
      {ids.length === 0 && (
        <>
          <PageTitle>No answers were chosen</PageTitle>
          <p>
            <Link href={`/council/cases/${caseId}`}>Go to the case</Link> and choose which of its forms to compare.
          </p>
        </>
      )}
      {here && ids.length > 0 && (
        <WithForm
          tasks={loaded}
          submissions={new Map(submitted.flatMap(({ data }) => (data ? [[data.id, data]] : [])))}
        />
      )}
    </>
  );
};

export default Compare;
