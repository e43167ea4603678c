/** `try`, `messages` and `render`: what a form makes of answers, before anybody fills it in. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pico from 'picocolors';
import { isObject, type JsonObject } from '../../engine/json.ts';
import {
  blankDocument,
  messagesOf,
  printDocument,
  validate,
  engineWords,
  type AnswerContext,
  type BlankDocument,
  type PrintDocument,
  type Question,
} from '../../engine/index.ts';
import { closePdf, renderPdf } from '../../server/platform/pdf/index.ts';
import { linksOf, sendTo } from './settings.ts';
import { compiled } from './compiled.ts';
import { readPackage, type Package } from './packages.ts';
import { blankHtml } from './html/blank-html.ts';
import { printHtml } from './html/print-html.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

interface Given {
  answers: JsonObject;
  context: AnswerContext;
}

/** The text of a recorded example by its name, or of a file; throws, and says which examples there are, when there is neither. */
const textOfAnswers = ({ form, files }: Package, name: string): string => {
  const inside = files[`examples/${name.replace(/\.json$/, '')}.json`];
  if (inside !== undefined) return inside;
  if (statSync(name, { throwIfNoEntry: false })?.isFile() === true) return readFileSync(name, 'utf8');
  const examples = Object.keys(files).flatMap((path) => /^examples\/(.+)\.json$/.exec(path)?.[1] ?? []);
  const there = examples.length === 0 ? 'It has none' : `There are: ${examples.join(', ')}`;
  throw new Error(`There is no example “${name}” of ${form}, and no file of this name. ${there}`);
};

/** What is written in it, as JSON; throws when it is something else. */
const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

/** A recorded example by its name or path, or plain answers. */
const readAnswers = (pack: Package, name: string): Given => {
  const { folder } = pack;
  const value = parsed(name, textOfAnswers(pack, name));
  if (!isObject(value)) throw new Error(`${name} in ${folder} holds no answers`);
  const { answers, context, today: day } = value;
  if (!isObject(answers)) return { answers: value, context: { today: today(), values: {} } };
  return {
    answers,
    context: { today: typeof day === 'string' ? day : today(), values: isObject(context) ? context : {} },
  };
};

/** Prints every problem of some answers; true when they could be submitted. */
export const tryAnswers = (formsDir: string, form: string, name: string, json: boolean): boolean => {
  const pack = readPackage(formsDir, form);
  const { answers, context } = readAnswers(pack, name);
  const problems = validate(compiled(pack), answers, 'all', context);
  if (json) console.log(JSON.stringify(problems, null, 2));
  else
    for (const { pointer, level, keyword, message } of problems)
      console.log(
        `${pico.bold(pointer)} ${level === 'error' ? pico.red(level) : pico.yellow(level)} ${message} ${pico.dim(`(${keyword})`)}`,
      );
  const accepted = problems.every(({ level }) => level !== 'error');
  if (!json)
    console.log(
      accepted ? pico.green('These answers can be submitted') : pico.red('These answers cannot be submitted'),
    );
  return accepted;
};

/** Prints every message that every question can give. */
export const messages = (formsDir: string, form: string): void => {
  const ready = compiled(readPackage(formsDir, form));
  const tell = (question: Question, depth: number): void => {
    console.log(`${'  '.repeat(depth)}${pico.bold(question.label)} ${pico.dim(question.pointer)}`);
    for (const { keyword, message } of messagesOf(ready, question))
      console.log(`${'  '.repeat(depth + 1)}${message} ${pico.dim(`(${keyword})`)}`);
    for (const part of question.parts) tell(part, depth + 1);
  };
  for (const page of ready.pages) {
    console.log(`\n${pico.underline(page.label)}`);
    for (const question of page.questions) tell(question, 1);
  }
};

export interface Rendering {
  out?: string;
  example?: string;
  language?: string;
  html?: boolean;
  /** Drawn unless HTML alone is asked for. */
  pdf?: boolean;
}

/** A form as the service prints it: to be filled in by pen, or with recorded answers. */
const printed = async (pack: Package, { example, language }: Rendering): Promise<BlankDocument | PrintDocument> => {
  const form = compiled(pack, language, await engineWords(language ?? 'en'));
  const languages = Object.keys(form.definition.texts);
  if (language !== undefined && !languages.includes(language))
    throw new Error(`${pack.form} has no language “${language}”. There are: ${languages.join(', ')}`);
  if (example === undefined) {
    const formsDir = join(pack.folder, '../..');
    return blankDocument(form, { answers: {}, links: linksOf(formsDir), sendTo: sendTo(formsDir) });
  }
  const { answers, context } = readAnswers(pack, example);
  return printDocument(form, answers, context, {
    status: 'draft',
    copy: 'council',
    timeZone: 'Europe/London',
    omitEmpty: true,
  });
};

const htmlOf = (document: BlankDocument | PrintDocument): string =>
  document.status === 'blank' ? blankHtml(document) : printHtml(document);

/** The bytes of a PDF. Whoever draws the last one ends the pool: `closePdf`. */
export const drawPdf = async (pack: Package, options: Rendering = {}): Promise<Buffer> =>
  renderPdf(await printed(pack, options));

/** Draws a form, blank or with answers, for consultation on paper and for review; gives the files written. */
export const render = async (formsDir: string, form: string, options: Rendering): Promise<string[]> => {
  const { out, example, html = false, pdf = !html } = options;
  if (out !== undefined && html && pdf) throw new Error('--out names one file: ask for --html or for --pdf');
  const pack = readPackage(formsDir, form);
  const name = join(
    process.cwd(),
    `${form}-${pack.version}${example === undefined ? '' : `-${basename(example, '.json')}`}`,
  );
  const written: string[] = [];
  const write = (ending: string, content: string | Uint8Array): void => {
    const file = out ?? `${name}.${ending}`;
    const into = dirname(file);
    if (!existsSync(into)) throw new Error(`${file} cannot be written: there is no folder ${into}`);
    writeFileSync(file, content);
    written.push(file);
  };
  if (html) write('html', htmlOf(await printed(pack, options)));
  if (pdf) {
    write('pdf', await drawPdf(pack, options));
    await closePdf();
  }
  return written;
};
