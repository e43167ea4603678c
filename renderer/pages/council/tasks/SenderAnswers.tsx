import { useMemo } from 'react';
import type { CompiledForm, Question } from '../../../../engine/index.ts';
import { RegistryContext, Element } from '../../../controls/dispatch.tsx';
import { renderers } from '../../../controls/renderers.ts';
import { useService } from '../../../api/person.ts';
import type { Filling } from '../../../form/filling.ts';
import { FillingContext } from '../../../form/filling-context.ts';
import type { VisibleElement } from '../../../form/page/page-filter.ts';
import { startUploads } from '../../../form/uploads/uploads.ts';
import '../../../form/fill.css';

interface SenderAnswersProps {
  form: CompiledForm;
  filling: Filling;
  /** Before the ids of its questions. */
  idPrefix: string;
  /** Top-level answers that the sender gives. */
  asked: readonly string[];
}

/** The questions that the sender answers, in the order of the form. */
export const questionsFor = (form: CompiledForm, asked: readonly string[]): Question[] =>
  form.pages.flatMap(({ questions }) => questions).filter(({ pointer }) => asked.includes(pointer.slice(1)));

const nothing: ReadonlySet<string> = new Set();

/** No question that a sender answers takes files. */
const noUploads = startUploads({
  rules: undefined,
  send: () => Promise.resolve('cancelled'),
  after: () => undefined,
  onArrived: () => undefined,
  onSignedOut: () => undefined,
});

/** For whoever answers it is fixed, and hidden while nobody has said anything: for the sender it is neither. */
const open = ({ element, kind }: Question): VisibleElement => {
  const { rule: _rule, elements: _elements, ...rest } = element;
  const { readonly: _readonly, ...options } = element.options ?? {};
  return { ...rest, options: { ...options, kind } };
};

/** The part of a form that whoever sends it fills in, drawn as everywhere by the form engine. */
export const SenderAnswers = ({ form, filling, asked, idPrefix }: SenderAnswersProps) => {
  const { links } = useService();
  const tools = useMemo(
    () => ({ filling, uploads: noUploads, draftId: '', address: '', idPrefix, locked: nothing, over: false, links }),
    [filling, links, idPrefix],
  );
  const registry = useMemo(() => ({ schema: form.definition.schema, renderers, cells: [] }), [form]);
  const elements = useMemo(() => questionsFor(form, asked).map(open), [form, asked]);
  if (elements.length === 0) return null;
  return (
    <FillingContext value={tools}>
      <RegistryContext value={registry}>
        <section>
          <h2>Your part of the form</h2>
          <p>The person who answers can see this but cannot change it.</p>
          {elements.map((element) => (
            <Element key={element.scope} element={element} path="" />
          ))}
        </section>
      </RegistryContext>
    </FillingContext>
  );
};
