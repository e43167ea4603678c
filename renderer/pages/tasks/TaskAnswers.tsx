import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { printDocument, type CompiledForm } from '../../../engine/index.ts';
import { isObject } from '../../../engine/json.ts';
import type { Draft } from '../../../wire/form.ts';
import type { Task } from '../../../wire/task.ts';
import { call } from '../../api/client.ts';
import { useService } from '../../api/person.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { PrintView } from '../../print/PrintView.tsx';
import { localDate } from '../forms/drafts/days-left.ts';
import { readyFormQuery } from '../forms/ready-form.ts';

interface AnswersViewProps {
  task: Task;
  seen: Pick<Task | Draft, 'answers' | 'notAsked'>;
  /** What is hidden was left out of them. */
  nothingHidden: boolean;
  form: CompiledForm;
}

const AnswersView = ({ task, seen, nothingHidden, form }: AnswersViewProps) => {
  const { timeZone, today } = useService();
  const document = useMemo(
    () =>
      printDocument(
        form,
        isObject(seen.answers) ? seen.answers : {},
        {
          today: task.submittedAt === null ? today : localDate(task.submittedAt, timeZone),
          values: {},
          notAsked: seen.notAsked ?? [],
          nothingHidden,
        },
        {
          status: task.state === 'submitted' ? 'submitted' : 'draft',
          copy: task.copy ?? 'own',
          timeZone,
          omitEmpty: false,
        },
      ),
    [form, seen, nothingHidden, task.submittedAt, task.state, task.copy, today, timeZone],
  );
  return <PrintView document={document} attachmentHref={({ id }) => `/api/tasks/${task.id}/attachments/${id}`} />;
};

/** The answers as they are now, drawn with the version of the form that asks for them. */
export const TaskAnswers = ({ task }: { task: Task }) => {
  const queries = useQueryClient();
  const ready = useQuery(readyFormQuery(queries, task.form));
  // Whoever has a task that another still writes in reads its draft.
  const { draft } = task;
  const own = useQuery({
    queryKey: ['task', task.id, 'draft'],
    queryFn: () => call('GET', `/api/drafts/${draft ?? ''}`),
    enabled: task.answers === undefined && draft !== undefined,
    staleTime: 0,
  });
  return (
    <Loaded query={ready} lines={10}>
      {(form) => {
        if (task.answers !== undefined) return <AnswersView task={task} seen={task} nothingHidden form={form} />;
        if (draft === undefined)
          return task.state === 'retracted' ? (
            <p>The council took this task back. It has what was written, which can no longer be read here.</p>
          ) : null;
        return (
          <Loaded query={own} lines={10}>
            {(seen) => <AnswersView task={task} seen={seen} nothingHidden={false} form={form} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
};
