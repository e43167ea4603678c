import { readNumber, showNumber } from '../../../engine/index.ts';
import { useTools } from '../../form/filling-context.ts';
import { TextInput } from '../../parts/inputs/TextInput.tsx';
import { useQuestion, type ControlProps } from '../question.tsx';
import { asks } from '../testers.ts';
import { useTyped } from '../typed.ts';
import './money.css';
import { useFormT } from '../../form/words.ts';

/** An amount in pounds, with the sign before the box. */
export const Money = (props: ControlProps) => {
  const { pointer, value, readOnly, texts } = useQuestion(props);
  const t = useFormT();
  const { language } = useTools().filling.form;
  const typed = useTyped(pointer, showNumber(value, language, 2), (text) => readNumber(text, language));
  return (
    <div className="money">
      <TextInput
        {...texts}
        label={
          <>
            {texts.label}
            <span className="visually-hidden">{t('inPounds')}</span>
          </>
        }
        value={typed.text}
        onChange={typed.onChange}
        onBlur={typed.onBlur}
        readOnly={readOnly}
        width="short"
        inputMode="decimal"
        autoComplete="off"
      />
    </div>
  );
};

export const moneyTester = asks('money');
