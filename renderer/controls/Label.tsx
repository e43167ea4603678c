import { useTools } from '../form/filling-context.ts';
import type { ControlProps } from './question.tsx';
import { isElement } from './testers.ts';
import { Words } from './Words.tsx';

/** Words between questions; an empty line in the text begins a new paragraph. */
export const Label = ({ uischema }: Pick<ControlProps, 'uischema'>) => {
  const { form } = useTools().filling;
  const text = uischema.i18n === undefined ? undefined : form.text(`${uischema.i18n}.text`);
  return (text ?? '').split(/\n\s*\n/).map((paragraph, index) => (
    <p className="lines" key={index}>
      <Words text={paragraph} />
    </p>
  ));
};

export const labelTester = isElement('Label');
