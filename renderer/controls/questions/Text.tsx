import { formatOf, type Schema } from '../../../engine/index.ts';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { useQuestion, type QuestionState, type ControlProps } from '../question.tsx';
import { SuggestedText } from './SuggestedText.tsx';
import { asks } from '../testers.ts';
import { readText, useTyped } from '../typed.ts';

const keyboards: Record<string, 'email' | 'tel' | 'numeric'> = {
  email: 'email',
  'uk-phone': 'tel',
  'nhs-number': 'numeric',
  'school-urn': 'numeric',
  uln: 'numeric',
};

/** As wide as what goes into it. */
const widthFor = ({ maxLength = 80, format }: Schema): 'short' | 'half' | 'full' => {
  if (format === 'email') return 'half';
  if (maxLength <= 20 || (format !== undefined && format !== 'email')) return 'short';
  return maxLength <= 130 ? 'half' : 'full';
};

/** One line of text; an identifier is tidied when the box is left. */
export const Text = (props: ControlProps) => {
  const state = useQuestion(props);
  return state.question.element.options?.suggest && !state.readOnly ? (
    <SuggestedText {...state} />
  ) : (
    <PlainText {...state} />
  );
};

const PlainText = ({ question: { schema, element }, pointer, value, readOnly, texts }: QuestionState) => {
  const format = formatOf(schema.format);
  const typed = useTyped(pointer, typeof value === 'string' ? (format?.show(value) ?? value) : '', readText);
  const inputMode = keyboards[schema.format ?? ''];
  return (
    <TextInput
      {...texts}
      value={typed.text}
      onChange={typed.onChange}
      onBlur={typed.onBlur}
      readOnly={readOnly}
      width={element.options?.width ?? widthFor(schema)}
      autoComplete={element.options?.autocomplete ?? 'off'}
      {...(inputMode && { inputMode })}
      {...(format && { spellCheck: false })}
    />
  );
};

export const textTester = asks('text');
