import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CompiledForm, PrintOptions } from '../../../../engine/index.ts';
import type { Submission } from '../../../../wire/form.ts';
import { useService } from '../../../api/person.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PrintView } from '../../../print/PrintView.tsx';
import { answersSent } from './drawn.ts';
import { readyFormQuery } from '../ready-form.ts';

interface AnswersProps {
  submission: Submission;
  copy: PrintOptions['copy'];
}

const Drawn = ({ submission, copy, form }: AnswersProps & { form: CompiledForm }) => {
  const { timeZone } = useService();
  const document = useMemo(() => answersSent(form, submission, copy, timeZone), [submission, copy, form, timeZone]);
  const held = new Set(submission.attachments.map(({ id }) => id));
  return (
    <PrintView
      document={document}
      attachmentHref={({ id }) => (held.has(id) ? `/api/submissions/${submission.id}/attachments/${id}` : undefined)}
    />
  );
};

/** All answers of a submission as they were sent, drawn with the version of the form that asked for them. */
export const Answers = ({ submission, copy }: AnswersProps) => {
  const queries = useQueryClient();
  const query = useQuery(readyFormQuery(queries, submission.form, copy === 'own' ? submission.language : undefined));
  return (
    <Loaded query={query} lines={10}>
      {(form) => <Drawn submission={submission} copy={copy} form={form} />}
    </Loaded>
  );
};
