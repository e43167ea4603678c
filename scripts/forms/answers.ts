/** `try`, `messages` and `render`: what a form makes of answers, before anybody fills it in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** A recorded example by its name or path, or plain answers. */
const readAnswers = ({ folder, files }: Package, name: string): Given => {
  const inside = files[`examples/${name.replace(/\.json$/, '')}.json`];
  const value: unknown = JSON.parse(inside ?? readFileSync(name, 'utf8'));
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
  if (example === undefined) return blankDocument(form, { answers: {}, links: linksOf(), sendTo: sendTo() });
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
