/** The preview's page: the form on one side, what is to be known about it on the other, again whenever a file changes. */
import type { Answers, Files, Messages, Opened, State, Why } from '../shapes.ts';
import { ask } from './ask.ts';
import { byId, element } from './dom.ts';
import { hasTyped, sendTyped, showDraft } from './frame.ts';
import { drawAnswers, drawFiles, drawMessages, drawPaper, drawProblems, drawWhy, type FilesShown } from './panels.ts';
import { createTabs, tab } from './tabs.ts';

const example = byId('example', HTMLSelectElement);
const language = byId('language', HTMLSelectElement);
const main = document.querySelector('main');
const news = byId('news', HTMLElement);
const wide = byId('wide', HTMLButtonElement);

let state = await ask<State>('/preview/state');
let opened: Opened | undefined;
let file = 'form.json';
let line = 1;

const forDraft = (what: string): string => {
  if (opened === undefined) throw new Error('No form is open.');
  return `/preview/${what}?draft=${encodeURIComponent(opened.draft)}`;
};

const openFile = (path: string, at: number): void => {
  file = path;
  line = at;
  void tabs.show('files');
};

/** What was typed a moment ago is on the paper too; another address each time, so that it is drawn again. */
const drawnPaper = async (): Promise<{ address: string }> => {
  await sendTyped();
  return { address: `${forDraft('pdf')}&at=${Date.now()}` };
};

const filesNow = async (): Promise<FilesShown> => {
  const files = await ask<Files>('/preview/files');
  return { files, problems: state.problems, file: file in files ? file : (Object.keys(files)[0] ?? ''), line };
};

const tabs = createTabs([
  tab('problems', 'Problems', () => state.problems, drawProblems(openFile)),
  tab('answers', 'Answers', () => ask<Answers>(forDraft('answers')), drawAnswers),
  tab('why', 'Hidden and why', () => ask<Why>(forDraft('why')), drawWhy),
  tab('messages', 'Messages', () => ask<Messages>('/preview/messages'), drawMessages),
  tab('pdf', 'PDF', drawnPaper, drawPaper),
  tab(
    'files',
    'Files',
    filesNow,
    drawFiles((path) => openFile(path, 1)),
  ),
]);

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const languageName = new Intl.DisplayNames('en-GB', { type: 'language' });

/** Options again, with the choice kept where it is still there. */
const offer = (select: HTMLSelectElement, options: readonly { value: string; label: string }[]): void => {
  const chosen = select.value;
  select.replaceChildren(...options.map(({ value, label }) => element('option', { value }, label)));
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
};

const tell = (words: string, trouble: boolean): void => {
  news.textContent = words;
  news.classList.toggle('trouble', trouble);
};

const drawState = (): void => {
  const { title, form, version, published, versions, problems, broken, shown } = state;
  document.title = `${title} – Preview`;
  byId('title', HTMLElement).textContent = title;
  const others = versions.length === 1 ? '' : `, newest of ${versions.length}`;
  byId('version', HTMLElement).textContent =
    `${form} ${version}${others}, ${published ? 'published: to change it, make a new version' : 'not published'}`;
  offer(example, [
    { value: '', label: 'None' },
    ...state.examples.map(({ name, title: label }) => ({ value: name, label })),
  ]);
  offer(
    language,
    state.languages.map((code) => ({ value: code, label: languageName.of(code) ?? code })),
  );
  language.disabled = state.languages.length < 2;
  tabs.rename('problems', problems.length === 0 ? 'Problems' : `Problems (${problems.length})`);
  byId('nothing', HTMLElement).hidden = shown !== '';
  byId('frame', HTMLElement).hidden = shown === '';
  if (broken === undefined) tell(`As the files were at ${time.format()}.`, false);
  else if (shown === '') tell(`The files cannot be shown: ${broken}`, true);
  else tell(`The form is as it last could be read. As the files are now it cannot be shown: ${broken}`, true);
};

const chosen = (): { example?: string; language: string } => ({
  ...(example.value === '' ? {} : { example: example.value }),
  language: language.value,
});

/** A draft with the answers of the one that is open; begun again when somebody went on typing meanwhile. */
const carryOver = async (before: string, tries = 3): Promise<Opened> => {
  await sendTyped();
  const next = await ask<Opened>('/preview/open', { from: before, language: language.value });
  return hasTyped() && tries > 1 ? carryOver(before, tries - 1) : next;
};

/** `keep`: with the answers of the draft that is open, if it can still be had; else as is chosen above. */
const open = async (keep: boolean): Promise<void> => {
  if (state.shown === '') return;
  const before = opened?.draft;
  const stay = keep && before !== undefined;
  try {
    opened = stay ? await carryOver(before) : await ask<Opened>('/preview/open', chosen());
  } catch (error) {
    if (stay) return open(false);
    throw error;
  }
  showDraft(opened.address, stay);
  await tabs.refresh('answers', 'why', 'messages', 'pdf');
};

const changed = async (): Promise<void> => {
  state = await ask<State>('/preview/state');
  drawState();
  await tabs.refresh('problems', 'files');
  if (state.shown !== opened?.shown) await open(true);
};

/** One after the other, whatever comes in between. */
let working: Promise<void> = Promise.resolve();
const next = (work: () => Promise<void>): void => {
  working = working
    .then(work)
    .catch((error: unknown) => tell(error instanceof Error ? error.message : String(error), true));
};

example.addEventListener('change', () => next(() => open(false)));
language.addEventListener('change', () => next(() => open(true)));
byId('again', HTMLElement).addEventListener('click', () => next(() => open(false)));
for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=width]'))
  radio.addEventListener('change', () => main?.classList.toggle('phone', radio.value === 'phone'));
wide.addEventListener('click', () => {
  const hidden = main?.classList.toggle('wide') ?? false;
  wide.setAttribute('aria-pressed', String(hidden));
});

const events = new EventSource('/preview/events');
let lost = false;
events.addEventListener('changed', () => next(changed));
events.addEventListener('answered', () => next(() => tabs.refresh('answers', 'why')));
events.addEventListener('error', () => {
  lost = true;
  tell('The preview has stopped. Start it again with “npm run forms -- preview”.', true);
});
events.addEventListener('open', () => {
  if (lost) window.location.reload();
});

drawState();
next(async () => {
  await tabs.show('problems');
  await open(false);
});
