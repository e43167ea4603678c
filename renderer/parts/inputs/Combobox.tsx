import { useRef, useState } from 'react';
import { searchKey } from '../../../engine/index.ts';
import { afterPress } from '../../steady/press.ts';
import { ChevronDownIcon } from '../icons.tsx';
import { useT } from '../words.ts';
import { Field, marksOf, type FieldTexts } from './Field.tsx';
import { optionId, useListBox } from './list-box.ts';
import { isNamed, useUnchosen } from './unchosen.ts';
import './combobox.css';

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string;
}

export interface ComboboxProps<Option extends ComboboxOption> extends FieldTexts {
  options: readonly Option[];
  /** The chosen value, or with `freeText` the words as typed. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  onBlur?: () => void;
  /** Anything may be typed; the options are suggestions, already searched by whoever gives them. */
  freeText?: boolean;
  /** With `freeText`, one of what was found has to be chosen: all that fit the words, `undefined` while that is not known, and what is said. */
  mustChoose?: { fitting: readonly Option[] | undefined; error: string };
  /** A suggestion was chosen, rather than typed. */
  onChoose?: (option: Option) => void;
  /** Takes words for which nothing in the list stands, once the box is left; whoever takes them says what is wrong. */
  onWords?: (words: string) => void;
  /** Registers what makes words in the box an answer before the answers are judged or saved; gives how to take it back. */
  onFlush?: (settle: () => void) => () => void;
  readOnly?: boolean;
  width?: 'half' | 'full';
  autoComplete?: string;
}

/** What has the words in it, however it writes them. */
const fittingTo = <Option extends ComboboxOption>(words: string, options: readonly Option[]): readonly Option[] => {
  const key = searchKey(words);
  return key === '' ? [] : options.filter(({ label }) => searchKey(label).includes(key));
};

/** A box to type in with a list to choose from (ARIA 1.2 combobox): arrows, Enter, Tab, Escape, Home and End work. */
export const Combobox = <Option extends ComboboxOption>({
  options,
  value,
  onChange,
  onBlur,
  freeText = false,
  mustChoose,
  onChoose,
  onWords,
  onFlush,
  readOnly = false,
  width = 'half',
  autoComplete = 'off',
  ...texts
}: ComboboxProps<Option>) => {
  const t = useT();
  const { id } = texts;
  const box = useRef<HTMLInputElement>(null);
  const justEntered = useRef(false);
  const [typed, setTyped] = useState<string>();
  const chosen = options.find((option) => option.value === value);
  // A stored value that is no option any more is still shown.
  const name = freeText ? undefined : (chosen?.label ?? value);
  const standing = freeText ? (value ?? '') : (typed ?? name ?? '');
  const entered = (freeText ? mustChoose && value : typed)?.trim() ?? '';
  const words = entered === name ? '' : entered;
  /** The words for which the list was shut by Escape: none is meant but one that is called so. */
  const [declined, setDeclined] = useState<string>();
  const fitting = freeText || words === '' ? options : fittingTo(words, options);

  const pick = (option: Option): void => {
    setTyped(undefined);
    onChange(freeText ? option.label : option.value);
    onChoose?.(option);
  };
  const list = useListBox<Option>({
    id,
    fitting,
    first: freeText ? undefined : words === '' ? (chosen ?? options[0]) : (fitting.find(isNamed(words)) ?? fitting[0]),
    homeAndEnd: !freeText,
    readOnly,
    pick,
  });
  const all = mustChoose ? mustChoose.fitting : fitting;
  const unchosen = useUnchosen<Option>({
    id,
    words,
    moved: list.movedTo,
    fitting: declined === words ? all?.filter(isNamed(words)) : all,
    choose: list.pick,
    keep:
      onWords &&
      ((text) => {
        setTyped(undefined);
        onWords(text);
      }),
    onFlush,
  });
  const told: FieldTexts = unchosen.told ? { ...texts, error: mustChoose?.error ?? t('list.unchosen') } : texts;

  const type = (text: string): void => {
    if (freeText) onChange(text === '' ? undefined : text);
    else {
      setTyped(text);
      if (text === '') onChange(undefined);
    }
    if (text !== '' || list.isOpen) list.typed();
  };
  const toggle = list.isOpen ? list.close : list.open;
  const highlighted = list.offered[list.marked];
  const listed = list.offered.length > 0;

  return (
    <Field {...told}>
      <div className={`combobox input-${width}`}>
        <div
          className="combobox-box"
          // What is pressed beside the box leaves the focus in it.
          onMouseDown={(event) => event.target !== box.current && event.preventDefault()}
        >
          <input
            {...marksOf(told)}
            ref={box}
            className="input"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={listed}
            aria-controls={listed ? `${id}-listbox` : undefined}
            aria-activedescendant={highlighted && optionId(id, list.marked)}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            readOnly={readOnly}
            value={standing}
            onChange={(event) => type(event.target.value)}
            onMouseDown={() => {
              if (standing === '' || !list.isOpen) toggle();
            }}
            onFocus={() => {
              justEntered.current = true;
            }}
            onClick={({ currentTarget }) => {
              const { selectionStart, selectionEnd } = currentTarget;
              if (!freeText && justEntered.current && selectionStart === selectionEnd) currentTarget.select();
              justEntered.current = false;
            }}
            onKeyDown={(event) => {
              // Whoever goes on with the keyboard sees what is highlighted, and means it.
              if (event.key === 'Tab' && words !== '' && list.pointedAt) list.pick(list.pointedAt);
              else {
                if (event.key === 'Escape' && list.isOpen) setDeclined(words);
                list.onKeyDown(event);
              }
            }}
            onBlur={() => {
              unchosen.onBlur();
              afterPress(list.close);
              onBlur?.();
            }}
          />
          {!freeText && !readOnly && (
            <button
              type="button"
              tabIndex={-1}
              className="combobox-open"
              aria-label={t('list.show')}
              onClick={() => {
                box.current?.focus();
                toggle();
              }}
            >
              <ChevronDownIcon />
            </button>
          )}
        </div>
        {listed && (
          <ul
            id={`${id}-listbox`}
            role="listbox"
            className="combobox-list"
            aria-labelledby={`${id}-label`}
            onMouseDown={(event) => event.preventDefault()}
          >
            {list.offered.map((option, index) => (
              <li
                key={option.value}
                id={optionId(id, index)}
                role="option"
                tabIndex={-1}
                className={option === highlighted ? 'combobox-highlighted' : undefined}
                aria-selected={option.value === value}
                onMouseMove={() => list.hover(option)}
                onClick={() => list.pick(option)}
              >
                {option.label}
                {option.hint && <span className="combobox-hint">{option.hint}</span>}
              </li>
            ))}
          </ul>
        )}
        {list.isOpen && !freeText && !listed && <p className="combobox-none">{t('list.nothing')}</p>}
        <span className="visually-hidden" role="status">
          {list.isOpen && (listed || !freeText) && t.count('list.found', list.offered.length)}
        </span>
      </div>
    </Field>
  );
};
