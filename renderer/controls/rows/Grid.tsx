import { useRef, type ReactNode } from 'react';
import type { Question } from '../../../engine/index.ts';
import { Words } from '../Words.tsx';
import { roomNeeded, widthsOf } from './room.ts';
import { useWidth } from './use-width.ts';
import './grid.css';
import { useFormT } from '../../form/words.ts';
import { FormText } from '../FormText.tsx';

/** Room in rem that the row's heading takes, and the button that removes it. */
const HEADING = { number: 4, words: 11 };
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
  const t = useFormT();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const beside = HEADING[headings] + (removable ? BUTTON : 0);
  const wide = width >= roomNeeded(columns, beside);
  const widths = wide ? widthsOf(columns, beside, width) : [];
  return (
    <div className="grid-frame" ref={frame}>
      <table className={wide ? 'grid grid-wide' : 'grid'} role="table">
        <caption className="visually-hidden">{caption}</caption>
        {wide && (
          <colgroup>
            <col style={{ width: `${HEADING[headings]}rem` }} />
            {widths.map((percent, index) => (
              <col key={index} style={{ width: `${percent}%` }} />
            ))}
            {removable && <col style={{ width: `${BUTTON}rem` }} />}
          </colgroup>
        )}
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
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
                <span className="visually-hidden">{t('remove')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
};
