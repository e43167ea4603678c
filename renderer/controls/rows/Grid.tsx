import { useRef, type ReactNode } from 'react';
import type { Question } from '../../../engine/index.ts';
import { Words } from '../Words.tsx';
import { roomNeeded } from './room.ts';
import { useIsWide } from './use-is-wide.ts';
import './grid.css';
import { useFormSay } from '../../form/words.ts';
import { FormText } from '../FormText.tsx';

/** Room in rem that the row's heading takes, and the button that removes it. */
const HEADING = { number: 4, words: 14 };
const BUTTON = 6.5;

interface GridProps {
  caption: string;
  /** What stands above the headings of the rows. */
  corner: string;
  columns: readonly Question[];
  headings: 'number' | 'words';
  /** Rows can be removed. */
  removable?: boolean;
  children: ReactNode;
}

/**
 * Questions in rows and columns: a table where its frame has room for it, below that one card a row. Roles are said, since browsers
 * forget them when a table is laid out otherwise.
 */
export const Grid = ({ caption, corner, columns, headings, removable = false, children }: GridProps) => {
  const say = useFormSay();
  const frame = useRef<HTMLDivElement>(null);
  const wide = useIsWide(frame, roomNeeded(columns, HEADING[headings] + (removable ? BUTTON : 0)));
  return (
    <div className="grid-frame" ref={frame}>
      <table className={wide ? 'grid grid-wide' : 'grid'} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={`grid-heading-${headings}`}>
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.pointer} scope="col" role="columnheader">
                <FormText text={column.label} />
                {column.required && (
                  <span className="field-required" aria-hidden="true">
                    {' '}
                    *
                  </span>
                )}
                {column.help !== undefined && (
                  <span className="grid-help">
                    <Words text={column.help} />
                  </span>
                )}
              </th>
            ))}
            {removable && (
              <th scope="col" role="columnheader">
                <span className="visually-hidden">{say('remove')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
};
