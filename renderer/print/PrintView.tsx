import { createContext, useContext, type ReactNode } from 'react';
import {
  englishPrintWords,
  formatBytes,
  type PrintAttachment,
  type PrintBlock,
  type PrintDocument,
  type PrintSection,
  type PrintTable,
  type PrintWords,
} from '../../engine/index.ts';
import { Lines } from './Lines.tsx';
import { Records } from './Records.tsx';
import './print.css';

export interface PrintViewProps {
  document: PrintDocument;
  /** Heading level of the sections: 2 when the page has its own h1. */
  level?: 2 | 3;
  /** What stands beside a section's heading, such as a link to change its page. */
  action?: (section: PrintSection) => ReactNode;
  /** What stands beside one answer. */
  answerAction?: (block: Extract<PrintBlock, { pointer: string }>, section: PrintSection) => ReactNode;
  /** The address at which a document can be opened, when it can. */
  attachmentHref?: (attachment: PrintAttachment) => string | undefined;
}

const WordsContext = createContext<PrintWords>(englishPrintWords);

const NotAnswered = () => <span className="print-empty">{useContext(WordsContext).notAnswered}</span>;

const Total = () => <>{useContext(WordsContext).total}</>;

/** More do not fit beside each other with their words whole. */
const mostColumns = 6;

const Table = ({ block }: { block: PrintTable }) => (
  <div className="print-table-frame" tabIndex={0} role="region" aria-label={block.question}>
    <table className="print-table">
      <caption className="visually-hidden">{block.question}</caption>
      <thead>
        <tr>
          {block.columns.map((column, index) =>
            column.label === '' ? (
              <td key={index} />
            ) : (
              <th scope="col" className={column.numeric ? 'print-number' : undefined} key={index}>
                {column.label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => {
              const column = block.columns[at];
              // A column without a heading names the rows.
              if (column?.label === '')
                return (
                  <th scope="row" key={at}>
                    <Lines text={cell} />
                  </th>
                );
              return (
                <td className={column?.numeric ? 'print-number' : undefined} data-label={column?.label} key={at}>
                  <Lines text={cell} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {block.totals !== undefined && (
        <tfoot>
          <tr>
            {block.totals.map((total, at) => (
              <td className={block.columns[at]?.numeric ? 'print-number' : undefined} key={at}>
                {at === 0 && total === '' ? <Total /> : total}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  </div>
);

const TableAnswer = ({ block }: { block: PrintTable }) => {
  if (block.rows.length === 0) return <NotAnswered />;
  return block.columns.length > mostColumns ? <Records block={block} total={<Total />} /> : <Table block={block} />;
};

const Block = ({ block, action, level }: { block: PrintBlock; action: ReactNode; level: 2 | 3 }) => {
  const Heading = level === 2 ? 'h3' : 'h4';
  switch (block.kind) {
    case 'heading':
      return <Heading className="print-group">{block.text}</Heading>;
    case 'note':
      return <p className="print-note">{block.text}</p>;
    case 'answer':
      return (
        <div className="print-answer">
          <p className="print-question">{block.question}</p>
          <div className="print-value">
            {block.lines.length === 0 ? (
              <NotAnswered />
            ) : (
              block.lines.map((line, index) => <Lines text={line} key={index} />)
            )}
          </div>
          {action}
        </div>
      );
    case 'table':
      return (
        <div className="print-answer print-answer-wide">
          <p className="print-question">{block.question}</p>
          {action}
          <div className="print-value">
            <TableAnswer block={block} />
          </div>
        </div>
      );
  }
};

const Documents = ({ document, attachmentHref, level = 2 }: PrintViewProps) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  if (document.attachments.length === 0) return null;
  return (
    <section className="print-section">
      <div className="print-heading">
        <Heading>{(document.words ?? englishPrintWords).documents}</Heading>
      </div>
      <ul className="print-documents">
        {document.attachments.map((attachment) => {
          const href = attachmentHref?.(attachment);
          const name = attachment.title === '' ? attachment.name : `${attachment.title} (${attachment.name})`;
          return (
            <li key={attachment.id}>
              <span>{attachment.kind}</span>
              {href === undefined ? <strong>{name}</strong> : <a href={href}>{name}</a>}
              <span className="print-size">{formatBytes(attachment.bytes)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** The answers of a form as a person reads them: check-your-answers, the read-only view and paper. */
export const PrintView = ({ document, level = 2, action, answerAction, attachmentHref }: PrintViewProps) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <WordsContext value={document.words ?? englishPrintWords}>
      <div className="print-view" lang={document.language} dir={document.direction}>
        {document.sections.map((section) => (
          <section className="print-section" key={section.id}>
            <div className="print-heading">
              <Heading>{section.heading}</Heading>
              {action?.(section)}
            </div>
            {section.blocks.map((block, index) => (
              <Block
                block={block}
                level={level}
                action={'pointer' in block ? answerAction?.(block, section) : undefined}
                key={index}
              />
            ))}
          </section>
        ))}
        <Documents document={document} level={level} {...(attachmentHref === undefined ? {} : { attachmentHref })} />
      </div>
    </WordsContext>
  );
};
