/** Judges and prints in a process of its own. Forms are compiled once in each; what comes and goes is JSON. */
import { compile, engineWords, loadValidators, printDocument } from '../../../engine/index.ts';
import type { AnswerContext, CompiledForm, FormDefinition, PrintOptions } from '../../../engine/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { fromOwnJson, type OwnJson } from '../../core/own-json.ts';
import { runValidators } from '../../platform/workers/run-validators.ts';
import { freeze, type Freezing } from './freeze.ts';

/** A version of a form as the compiler left it. */
export interface FormSource {
  hash: string;
  /** `{definition, validators}` as JSON in UTF-8. */
  bytes: Uint8Array;
}

export interface Printing {
  answers: JsonObject;
  context: AnswerContext;
  options: PrintOptions;
}

export type JudgingWork = { form: FormSource; language: string } & (
  { kind: 'freeze'; input: OwnJson<Freezing> } | { kind: 'print'; input: OwnJson<Printing> }
);

interface Source {
  definition: FormDefinition;
  validators: string;
}

/** Forms held compiled in a process; the longest unused goes first. */
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
  const text: OwnJson<Source> = Buffer.from(bytes).toString('utf8');
  const { definition, validators } = fromOwnJson(text);
  const words = language === 'en' ? {} : await engineWords(language);
  const form = compile(definition, loadValidators(runValidators(validators)), language, words);
  held.set(key, form);
  const oldest = held.size > mostHeld ? held.keys().next().value : undefined;
  if (oldest !== undefined) held.delete(oldest);
  return form;
};

/** What comes of it, as JSON in UTF-8: an `Outcome` or a `PrintDocument`. */
export default async (work: JudgingWork): Promise<Uint8Array> => {
  const form = await formOf(work.form, work.language);
  if (work.kind === 'freeze') return Buffer.from(JSON.stringify(freeze(form, fromOwnJson(work.input))));
  const { answers, context, options } = fromOwnJson(work.input);
  return Buffer.from(JSON.stringify(printDocument(form, answers, context, options)));
};
