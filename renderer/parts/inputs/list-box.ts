/** The list under a box to type in: what it offers, which option is highlighted, and the keys that move there. */
import { useEffect, useState, type KeyboardEvent } from 'react';

interface ListBoxProps<Option> {
  /** Of the box. */
  id: string;
  /** What fits what stands in the box now. */
  fitting: readonly Option[];
  /** What is highlighted before anybody has moved there. */
  first: Option | undefined;
  /** Home and End move in the list, not in the text. */
  homeAndEnd: boolean;
  readOnly: boolean;
  pick: (option: Option) => void;
}

/** Where somebody moved, and the list in which they saw it. */
interface Highlight<Option> {
  option: Option;
  by: 'key' | 'pointer';
  among: readonly Option[];
}

export interface ListBox<Option> {
  isOpen: boolean;
  offered: readonly Option[];
  /** Number of the highlighted option; -1 for none. */
  marked: number;
  /** The option to which somebody moved with the arrow keys. */
  movedTo: Option | undefined;
  /** That, or the first one when nobody has moved anywhere. */
  pointedAt: Option | undefined;
  open: () => void;
  close: () => void;
  /** Something else stands in the box. */
  typed: () => void;
  pick: (option: Option) => void;
  hover: (option: Option) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const PAGE = 5;

/**
 * An option to which somebody has moved stays highlighted, and the list as they saw it, until they type, choose or leave: an answer that
 * comes late never puts another option under the finger that is about to press Enter.
 */
export const useListBox = <Option extends { value: string }>({
  id,
  fitting,
  first,
  homeAndEnd,
  readOnly,
  pick,
}: ListBoxProps<Option>): ListBox<Option> => {
  const [open, setOpen] = useState(false);
  const [highlight, setHighlight] = useState<Highlight<Option>>();
  const isOpen = open && !readOnly;
  const offered = isOpen ? (highlight?.among ?? fitting) : [];
  const marked = offered.findIndex(({ value }) => value === (highlight?.option ?? first)?.value);
  const movedTo = isOpen && highlight?.by === 'key' ? highlight.option : undefined;

  useEffect(() => {
    const option = document.getElementById(optionId(id, marked));
    const list = option?.parentElement;
    if (!option || !list || highlight?.by === 'pointer') return;
    const end = option.offsetTop + option.offsetHeight;
    if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight;
    else if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
  }, [id, marked, highlight, isOpen]);

  const close = (): void => {
    setOpen(false);
    setHighlight(undefined);
  };
  const take = (option: Option): void => {
    close();
    pick(option);
  };
  const mark = (index: number, by: Highlight<Option>['by']): void => {
    const option = offered[index];
    if (option) setHighlight({ option, by, among: offered });
  };
  const within = (index: number): number => Math.min(Math.max(index, 0), offered.length - 1);
  const moves: Record<string, () => number> = {
    ArrowDown: () => (marked + 1) % offered.length,
    ArrowUp: () => (marked <= 0 ? offered.length : marked) - 1,
    PageDown: () => within(marked + PAGE),
    PageUp: () => within(marked - PAGE),
    ...(homeAndEnd && isOpen && { Home: () => 0, End: () => offered.length - 1 }),
  };

  return {
    isOpen,
    offered,
    marked,
    movedTo,
    pointedAt: isOpen && highlight === undefined ? first : movedTo,
    open: () => setOpen(true),
    close,
    typed: () => {
      setOpen(true);
      setHighlight(undefined);
    },
    pick: take,
    hover: (option) => {
      if (highlight?.option.value !== option.value) mark(offered.indexOf(option), 'pointer');
    },
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing || readOnly) return;
      const move = moves[event.key];
      const option = offered[marked];
      if (move) {
        event.preventDefault();
        if (isOpen) mark(move(), 'key');
        else setOpen(true);
      } else if (event.key === 'Enter' && option) {
        event.preventDefault();
        take(option);
      } else if (event.key === 'Enter') close();
      else if (event.key === 'Escape' && isOpen) {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    },
  };
};

/** The DOM id of an option of the list of a box. */
export const optionId = (id: string, index: number): string => `${id}-option-${index}`;
