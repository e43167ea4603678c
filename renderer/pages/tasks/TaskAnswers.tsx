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
import { localDate } from '../forms/days-left.ts';
import { readyFormQuery } from '../forms/ready-form.ts';

interface DrawnProps {
  task: Task;
  answers: unknown;
  form: CompiledForm;
}

const Drawn = ({ task, answers, form }: DrawnProps) => {
  const { timeZone, today } = useService();
  const document = useMemo(
    () =>
      printDocument(
        form,
        isObject(answers) ? answers : {},
        { today: task.submittedAt === null ? today : localDate(task.submittedAt, timeZone), values: {} },
        { status: task.state === 'submitted' ? 'submitted' : 'draft', copy: 'own', timeZone, omitEmpty: false },
      ),
    [form, answers, task.submittedAt, task.state, today, timeZone],
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
    queryFn: () => call<Draft>('GET', `/api/drafts/${draft ?? ''}`),
    enabled: task.answers === undefined && draft !== undefined,
    staleTime: 0,
  });
  return (
    <Loaded query={ready} lines={10}>
      {(form) => {
        if (task.answers !== undefined) return <Drawn task={task} answers={task.answers} form={form} />;
        if (draft === undefined) return null;
        return (
          <Loaded query={own} lines={10}>
            {({ answers }) => <Drawn task={task} answers={answers} form={form} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
};
