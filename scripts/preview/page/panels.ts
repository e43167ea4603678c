/** What stands in the panels, drawn from what the server says. */
import type { Answers, Fault, Files, Messages, Why } from '../shapes.ts';
import { element } from './dom.ts';

const severity = (level: 'error' | 'warning'): HTMLElement =>
  element('span', { class: level }, level === 'error' ? 'Error: ' : 'Warning: ');

const note = (words: string): HTMLElement => element('p', { class: 'note' }, words);

export const drawProblems =
  (openFile: (file: string, line: number) => void) =>
  (panel: HTMLElement, problems: Fault[]): void => {
    if (problems.length === 0) {
      panel.replaceChildren(note('Nothing is wrong with the files.'));
      return;
    }
    const entry = ({ file, line, column, severity: level, rule, message, hint }: Fault): HTMLElement =>
      element(
        'li',
        {},
        element('p', {}, severity(level), message),
        element('p', { class: 'note' }, hint),
        element(
          'button',
          { type: 'button', class: 'link', onclick: () => openFile(file, line) },
          `${file}, line ${line}, column ${column}`,
        ),
        ' ',
        element('code', {}, rule),
      );
    panel.replaceChildren(element('ul', { class: 'entries' }, ...problems.map(entry)));
  };

export const drawAnswers = (panel: HTMLElement, { answers, facts, problems }: Answers): void => {
  const said = problems.map(({ level, page, pointer, keyword, message }) =>
    element(
      'li',
      {},
      element('p', {}, severity(level), message),
      element('p', { class: 'note' }, `${page} `, element('code', {}, `${pointer} ${keyword}`)),
    ),
  );
  const data = (value: unknown): HTMLElement =>
    element('pre', { class: 'data', tabindex: '0' }, JSON.stringify(value, null, 2));
  panel.replaceChildren(
    element('h2', {}, 'Stored'),
    data(answers),
    element('h2', {}, 'Facts'),
    data(facts),
    element('h2', {}, 'Shown at submit'),
    said.length === 0 ? note('These answers can be submitted.') : element('ul', { class: 'entries' }, ...said),
  );
};

const holding = (holds: boolean): HTMLElement =>
  element('span', { class: holds ? 'yes' : 'no' }, holds ? 'True: ' : 'Not true: ');

const what: Record<string, string> = { page: 'Page', group: 'Group', question: 'Question' };

export const drawWhy = (panel: HTMLElement, { hidden, pages }: Why): void => {
  const entry = ({ kind, label, page, place, effect, questions, because }: Why['hidden'][number]): HTMLElement =>
    element(
      'li',
      {},
      element('h3', {}, `${what[kind] ?? kind} “${label}”`),
      note(kind === 'page' ? place : `On “${page}” (${place})`),
      ...(questions.length === 0 ? [] : [note(`Hidden with it: ${questions.join('; ')}`)]),
      element('p', {}, effect === 'SHOW' ? 'Shown only when this holds:' : 'Hidden because this holds:'),
      element(
        'ul',
        {},
        ...because.map(({ depth, words, holds }) =>
          element('li', { class: `depth-${Math.min(depth, 3)}` }, holding(holds), words),
        ),
      ),
    );
  panel.replaceChildren(
    note(`Pages shown: ${pages.join('; ')}`),
    hidden.length === 0 ? note('Nothing is hidden.') : element('ul', { class: 'entries' }, ...hidden.map(entry)),
  );
};

const told = (messages: readonly { keyword: string; message: string }[]): HTMLElement =>
  element(
    'ul',
    {},
    ...messages.map(({ keyword, message }) => element('li', {}, `${message} `, element('code', {}, keyword))),
  );

export const drawMessages = (panel: HTMLElement, { pages, checks }: Messages): void => {
  const page = ({ label, questions }: Messages['pages'][number]): Node[] => [
    element('h2', {}, label),
    element(
      'ul',
      { class: 'entries' },
      ...questions.map(({ depth, label: question, pointer, messages }) =>
        element(
          'li',
          { class: `depth-${Math.min(depth, 3)}` },
          element('h3', {}, `${question} `, element('code', {}, pointer)),
          messages.length === 0 ? note('Any answer is accepted.') : told(messages),
        ),
      ),
    ),
  ];
  const across = checks.map(({ id, level, at, message }) =>
    element('li', {}, element('p', {}, `${message} `), element('code', {}, `${id}, ${level} at ${at}`)),
  );
  panel.replaceChildren(
    ...pages.flatMap(page),
    element('h2', {}, 'Checks across answers'),
    across.length === 0 ? note('There are none.') : element('ul', { class: 'entries' }, ...across),
  );
};

export interface FilesShown {
  files: Files;
  problems: Fault[];
  file: string;
  line: number;
}

export const drawFiles =
  (choose: (file: string) => void) =>
  (panel: HTMLElement, { files, problems, file, line }: FilesShown): void => {
    const picked = element('select', { class: 'picked', 'aria-label': 'File' });
    for (const path of Object.keys(files)) {
      const count = problems.filter((problem) => problem.file === path).length;
      const label = count === 0 ? path : `${path} (${count})`;
      picked.append(element('option', { value: path, selected: path === file }, label));
    }
    picked.addEventListener('change', () => choose(picked.value));
    const lines = (files[file] ?? '').split('\n').map((text, index) => {
      const here = problems.filter((problem) => problem.file === file && problem.line === index + 1);
      const level = here.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
      const remarks = here.map((problem) =>
        element('span', { class: 'remark' }, severity(problem.severity), problem.message),
      );
      return element(
        'span',
        { class: here.length === 0 ? 'line' : `line has-${level}`, 'data-line': String(index + 1) },
        text === '' ? ' ' : text,
        ...remarks,
      );
    });
    panel.replaceChildren(picked, element('pre', { tabindex: '0', 'aria-label': file }, ...lines));
    lines[line - 1]?.scrollIntoView({ block: 'center' });
  };

export const drawPaper = (panel: HTMLElement, { address }: { address: string }): void => {
  panel.replaceChildren(
    element('a', { href: address, target: '_blank', rel: 'noopener' }, 'Open the PDF in a window of its own'),
    element('iframe', { class: 'paper', title: 'The answers as a PDF', src: address }),
  );
};
