/** Judges and prints in a thread of its own. Forms are compiled once in each thread; what comes and goes is JSON. */
import { compile, engineWords, loadValidators, printDocument } from '../../../engine/index.ts';
import type { AnswerContext, CompiledForm, FormDefinition, PrintOptions } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { runValidators } from '../../platform/threads/run-validators.ts';
import { freeze, type Freezing } from './freeze.ts';

/** A version of a form as the compiler left it. */
export interface FormSource {
  hash: string;
  /** `{definition, validators}` as JSON in UTF-8, shared by all threads. */
  bytes: SharedArrayBuffer;
}

export interface Printing {
  answers: JsonObject;
  context: AnswerContext;
  options: PrintOptions;
}

/** `input`: a `Freezing` or a `Printing` as JSON. */
export interface JudgingWork {
  form: FormSource;
  language: string;
  kind: 'freeze' | 'print';
  input: string;
}

interface Source {
  definition: FormDefinition;
  validators: string;
}

/** Forms held compiled in a thread; the longest unused goes first. */
const mostHeld = 10;
const held = new Map<string, CompiledForm>();

const formOf = async ({ hash, bytes }: FormSource, language: string): Promise<CompiledForm> => {
  const key = `${hash} ${language}`;
  const known = held.get(key);
  held.delete(key);
  if (known !== undefined) {
    held.set(key, known);
    return known;
  }
  const { definition, validators }: Source = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const words = language === 'en' ? {} : await engineWords(language);
  const form = compile(definition, loadValidators(runValidators(validators)), language, words);
  held.set(key, form);
  const oldest = held.size > mostHeld ? held.keys().next().value : undefined;
  if (oldest !== undefined) held.delete(oldest);
  return form;
};

/** What comes of it, as JSON in UTF-8: an `Outcome` or a `PrintDocument`. */
export default async ({ form: source, language, kind, input }: JudgingWork): Promise<Uint8Array> => {
  const form = await formOf(source, language);
  if (kind === 'freeze') {
    const freezing: Freezing = JSON.parse(input);
    return Buffer.from(JSON.stringify(freeze(form, freezing)));
  }
  const { answers, context, options }: Printing = JSON.parse(input);
  return Buffer.from(JSON.stringify(printDocument(form, answers, context, options)));
};
