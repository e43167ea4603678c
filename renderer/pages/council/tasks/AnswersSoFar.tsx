import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CompiledForm } from '../../../../engine/index.ts';
import type { Task } from '../../../../wire/task.ts';
import { useService } from '../../../api/person.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PrintView } from '../../../print/PrintView.tsx';
import { answersSoFar } from '../../forms/submitted/drawn.ts';
import { readyFormQuery } from '../../forms/ready-form.ts';

const Drawn = ({ task, form }: { task: Task; form: CompiledForm }) => {
  const { today, timeZone } = useService();
  const document = useMemo(() => answersSoFar(form, task, { today, timeZone }), [task, form, today, timeZone]);
  return <PrintView document={document} level={3} />;
};

/** What stands in a form that is not submitted. */
export const AnswersSoFar = ({ task }: { task: Task }) => {
  const queries = useQueryClient();
  const query = useQuery(readyFormQuery(queries, task.form));
  return (
    <section>
      <h2>Answers so far</h2>
      <p>They are not submitted, and may change.</p>
      <Loaded query={query} lines={6}>
        {(form) => <Drawn task={task} form={form} />}
      </Loaded>
    </section>
  );
};
