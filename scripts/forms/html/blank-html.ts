/** A form for paper as one HTML file: every question with the room to answer it by pen, as the service draws it. */
import type { AskedQuestion, BlankBlock, BlankDocument, BlankTable, Cell, Room, Tick } from '../../../engine/index.ts';
import { frame, pageOf, tag, words } from './print-html.ts';

const muted = (lines: readonly string[]): string =>
  lines.map((line) => `<p class="muted" dir="auto">${words(line)}</p>`).join('');

const lineOf = (text: readonly string[]): string => text.map((line) => tag('p', words(line))).join('');

const box = (ticked: boolean): string => `<span class="box">${ticked ? '×' : ''}</span>`;

const ticksOf = (ticks: readonly Tick[]): string =>
  `<ul class="ticks">${ticks.map(({ label, ticked }) => `<li dir="auto">${box(ticked)}${words(label)}</li>`).join('')}</ul>`;

/** Two boxes for the day, two for the month, four for the year. */
const boxesOf = ({ parts, written }: Extract<Room, { kind: 'date' }>): string => {
  const [year = '', month = '', day = ''] = written.split('-');
  const digits = [day.padEnd(2), month.padEnd(2), year.padEnd(4)];
  const group = (part: string, at: number): string =>
    `<span class="date"><span class="muted">${words(part)}</span><br>${Array.from(digits[at] ?? '')
      .map((digit) => `<span class="room">${words(digit.trim())}</span>`)
      .join('')}</span>`;
  return parts.map(group).join('');
};

const cellOf = (cell: Cell): string => {
  if (cell.kind === 'name') return `<th scope="row" dir="auto">${lineOf(cell.lines)}</th>`;
  return `<td>${roomOf(cell, '')}</td>`;
};

const tableOf = ({ columns, rows }: BlankTable, name: string): string => {
  const head = columns.map(({ label, when }) =>
    label === '' ? '<td></td>' : `<th scope="col" dir="auto">${words(label)}${muted(when)}</th>`,
  );
  const body = rows.map((row) => tag('tr', row.map(cellOf).join(''))).join('');
  const table = tag('table', tag('thead', tag('tr', head.join(''))) + tag('tbody', body));
  return frame(name, columns.length, table);
};

const roomOf = (room: Room, name: string): string => {
  switch (room.kind) {
    case 'line':
      return `${room.before === '' ? '' : `${words(room.before)} `}<div class="room ${room.width}" dir="auto">${lineOf(room.written)}</div>`;
    case 'lines':
      return `<div class="room" dir="auto" style="min-height: ${room.count * 1.75}rem">${lineOf(room.written)}</div>`;
    case 'date':
      return boxesOf(room);
    case 'ticks':
      return ticksOf(room.ticks);
    case 'parts':
      return `<div class="part">${room.blocks.map(blockOf).join('\n')}</div>`;
    case 'records':
      return room.records
        .map(
          ({ name: record, when, blocks }) =>
            `<div class="part"><p><strong>${words(record)}</strong></p>${muted(when)}${blocks.map(blockOf).join('\n')}</div>`,
        )
        .join('');
    case 'table':
      return tableOf(room, name);
  }
};

const askedOf = ({ question, required, help, when, room }: AskedQuestion): string =>
  `<div class="answer">${question === '' ? '' : `<p><strong>${words(question)}${required ? ' *' : ''}</strong></p>`}${muted([...when, ...help])}${roomOf(room, question)}</div>`;

const blockOf = (block: BlankBlock): string => {
  switch (block.kind) {
    case 'heading':
      return tag('h3', words(block.text));
    case 'note':
      return tag('p', words(block.text));
    case 'asked':
      return askedOf(block);
  }
};

export const blankHtml = (document: BlankDocument): string =>
  pageOf(
    document,
    document.sections.map(({ id, heading, blocks }) => ({ id, heading, body: blocks.map(blockOf).join('\n') })),
  );
