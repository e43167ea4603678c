import { useState } from 'react';
import { valueAt, type JsonValue, type Pointer } from '../../../engine/json.ts';
import { useFilling, useTools } from '../../form/filling-context.ts';

interface Removed {
  /** Of this removal; the next one has another. */
  id: number;
  row: JsonValue;
  index: number;
  name: string;
}

export interface Rows {
  /** One key a row: it stays with its row when another above it is removed. */
  keys: readonly number[];
  /** The row that was removed last, while it can be brought back. */
  removed: Removed | undefined;
  add: () => void;
  remove: (index: number, name: string) => void;
  undo: () => void;
  /** The removed row can be brought back no longer. */
  forget: () => void;
}

const listOf = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);

interface Keys {
  keys: number[];
  made: number;
}

const fitted = ({ keys, made }: Keys, count: number): Keys => {
  const fresh = Array.from({ length: Math.max(0, count - keys.length) }, (_, index) => made + index);
  return { keys: [...keys.slice(0, count), ...fresh], made: made + fresh.length };
};

/** The rows of the table at `pointer`. A row that is added has nothing in it, which is no answer yet. */
export const useRows = (pointer: Pointer): Rows => {
  const { filling } = useTools();
  const count = useFilling(({ answers }) => listOf(valueAt(answers, pointer)).length);
  const [known, setKnown] = useState<Keys>(() => fitted({ keys: [], made: 0 }, count));
  const [removed, setRemoved] = useState<Removed>();
  if (known.keys.length !== count) setKnown(fitted(known, count));

  const change = (edit: (rows: JsonValue[]) => JsonValue[]): void => {
    filling.commitTyped();
    const rows = edit(listOf(valueAt(filling.state().answers, pointer)));
    filling.forget(pointer);
    filling.answer(pointer, rows.length > 0 ? rows : undefined);
  };

  return {
    keys: known.keys,
    removed,
    add: () => change((rows) => [...rows, {}]),
    remove: (index, name) => {
      change((rows) => {
        setRemoved((before) => ({ id: (before?.id ?? 0) + 1, row: rows[index] ?? {}, index, name }));
        return rows.filter((_, other) => other !== index);
      });
      setKnown({ ...known, keys: known.keys.filter((_, other) => other !== index) });
    },
    undo: () => {
      if (!removed) return;
      const { row, index } = removed;
      change((rows) => [...rows.slice(0, index), row, ...rows.slice(index)]);
      setKnown({ keys: known.keys.toSpliced(index, 0, known.made), made: known.made + 1 });
      setRemoved(undefined);
    },
    forget: () => setRemoved(undefined),
  };
};
