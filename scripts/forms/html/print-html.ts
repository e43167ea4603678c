/** A form in print as one HTML file that needs nothing else: no script, its style inside, to be read on a screen, aloud or on paper. */
import {
  englishPrintWords,
  fill,
  formatBytes,
  type PrintBlock,
  type PrintDocument,
  type PrintTable,
  type PrintWords,
} from '../../../engine/index.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const words = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
export const tag = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

const style = `
:root { color: #1d2433; background: #fff; font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.5rem; border-bottom: 2px solid #1d2433; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0.25rem 0; white-space: pre-line; }
.muted { color: #525b6b; }
.draft { color: #b3261e; font-weight: 700; }
.marking { font-weight: 700; font-size: 0.875rem; }
dl { margin: 0; }
dt { font-weight: 700; margin-top: 0.75rem; }
dd { margin: 0; }
.cover { margin: 1.5rem 0; }
.room { border: 1px solid #767e8c; min-height: 2.25rem; padding: 0.25rem 0.5rem; }
div.answer { margin-top: 1rem; }
.short { max-width: 10rem; }
.half { max-width: 24rem; }
.ticks { list-style: none; margin: 0.25rem 0; padding: 0; }
.ticks li { margin: 0.25rem 0; }
.box { display: inline-block; width: 1rem; height: 1rem; margin-inline-end: 0.5rem; border: 1px solid #1d2433; text-align: center; line-height: 1; vertical-align: middle; }
.date { display: inline-block; margin-inline-end: 0.75rem; }
.date .room { display: inline-block; width: 1.5rem; padding: 0; text-align: center; }
.part { margin: 0.5rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #c9ced6; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.25rem 0 0.75rem; }
caption { text-align: start; font-weight: 700; margin-top: 0.75rem; }
th, td { border: 1px solid #c9ced6; padding: 0.35rem 0.5rem; text-align: start; vertical-align: top; white-space: pre-line; }
td.room { height: 2.25rem; }
thead th { background: #eef0f4; }
.number { text-align: end; }
a { color: #1f4e79; }
:focus-visible { outline: 3px solid #1f4e79; }
@page { size: A4; margin: 18mm; }
@page wide { size: A4 landscape; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .wide { overflow: visible; }
  .landscape { page: wide; }
  h2, h3, dt, caption { break-after: avoid; }
  tr, .answer { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;

const nothing = (t: PrintWords): string => `<p class="muted">${words(t.notAnswered)}</p>`;

/** More do not fit beside each other on a page held upright. */
const mostColumns = 6;

/** What may be wider than the window can be scrolled by keyboard too. */
export const frame = (name: string, columns: number, table: string): string =>
  `<div class="${columns > mostColumns ? 'wide landscape' : 'wide'}" role="region" aria-label="${words(name)}" tabindex="0">${table}</div>`;

const cellOf = (text: string, number: boolean, head?: 'row' | 'col'): string => {
  const name = head === undefined ? 'td' : 'th';
  const marks = [head === undefined ? '' : ` scope="${head}"`, number ? ' class="number"' : '', ' dir="auto"'].join('');
  return `<${name}${marks}>${words(text)}</${name}>`;
};

const rowOf = ({ columns }: PrintTable, row: readonly string[], total?: string): string =>
  tag(
    'tr',
    row
      .map((cell, at) => {
        // A column without a heading names the rows.
        const names = columns[at]?.label === '' && total === undefined;
        const text = total !== undefined && at === 0 && cell === '' ? total : cell;
        return cellOf(text, columns[at]?.numeric === true, names ? 'row' : undefined);
      })
      .join(''),
  );

const headOf = ({ columns }: PrintTable): string =>
  tag('tr', columns.map(({ label, numeric }) => cellOf(label, numeric, label === '' ? undefined : 'col')).join(''));

const tableOf = (table: PrintTable, t: PrintWords): string => {
  const { question, columns, rows, totals } = table;
  if (rows.length === 0) return `<dl><dt>${words(question)}</dt><dd>${nothing(t)}</dd></dl>`;
  const body = rows.map((row) => rowOf(table, row)).join('');
  const foot = totals === undefined ? '' : tag('tfoot', rowOf(table, totals, t.total));
  const parts = [tag('caption', words(question)), tag('thead', headOf(table)), tag('tbody', body), foot];
  return frame(question, columns.length, tag('table', parts.join('')));
};

const blockOf = (block: PrintBlock, t: PrintWords): string => {
  switch (block.kind) {
    case 'heading':
      return tag('h3', words(block.text));
    case 'note':
      return tag('p', words(block.text));
    case 'answer': {
      const lines = block.lines.map((line) => `<p dir="auto">${words(line)}</p>`).join('');
      const answer = lines !== '' ? lines : nothing(t);
      return `<dl class="answer"><dt>${words(block.question)}</dt><dd>${answer}</dd></dl>`;
    }
    case 'table':
      return tableOf(block, t);
  }
};

const attachmentsOf = ({ attachments }: PrintDocument, t: PrintWords): string => {
  if (attachments.length === 0) return '';
  const table: PrintTable = {
    kind: 'table',
    pointer: '',
    question: t.documentsSent,
    required: false,
    columns: [t.kind, t.document, t.title, t.size].map((label, at) => ({ label, numeric: at === 3 })),
    rows: attachments.map(({ kind, name, title, bytes }) => [kind, name, title, formatBytes(bytes)]),
  };
  return tableOf(table, t);
};

/** A document in its frame: `sections` as HTML by their ids, and what stands after them. */
export const pageOf = (
  document: Omit<PrintDocument, 'status' | 'sections'>,
  sections: readonly { id: string; heading: string; body: string }[],
  { notice = '', after = '' }: { notice?: string; after?: string } = {},
): string => {
  const { title, header, classification, language, direction, words: t = englishPrintWords } = document;
  const who = [document.subject, document.dateOfBirth, document.reference].filter(
    (part) => part !== undefined && part !== '',
  );
  const lines = [
    ...document.cover,
    ...document.signatories.map(({ label, name, at }) => ({ label, value: `${name}, ${at}` })),
  ];
  const cover = lines.map(({ label, value }) => `<dt>${words(label)}</dt><dd dir="auto">${words(value)}</dd>`).join('');
  const contents = sections.map(({ id, heading }) => `<li><a href="#${words(id)}">${words(heading)}</a></li>`).join('');
  const body = sections.map(
    ({ id, heading, body: inside }) =>
      `<section id="${words(id)}" aria-labelledby="${words(id)}-heading"><h2 id="${words(id)}-heading">${words(heading)}</h2>\n${inside}</section>`,
  );
  return `<!doctype html>
<html lang="${words(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="marking">${words(classification)}</p>
<p class="muted">${words([header, ...who].join(' · '))}</p>
<h1>${words(title)}</h1>
${notice === '' ? '' : `<p class="draft">${words(notice)}</p>`}
${document.submittedAt === undefined ? '' : `<p>${words(fill(t.submitted, { at: document.submittedAt }))}</p>`}
${cover === '' ? '' : `<dl class="cover">${cover}</dl>`}
</header>
<nav aria-label="Pages"><ol>${contents}</ol></nav>
<main>
${body.join('\n')}
${after}
</main>
</body>
</html>
`;
};

/** What was answered. */
export const printHtml = (document: PrintDocument): string => {
  const t = document.words ?? englishPrintWords;
  const sections = document.sections.map(({ id, heading, blocks }) => ({
    id,
    heading,
    body: blocks.map((block) => blockOf(block, t)).join('\n'),
  }));
  return pageOf(document, sections, {
    ...(document.status === 'draft' ? { notice: t.draftNotice } : {}),
    after: attachmentsOf(document, t),
  });
};
