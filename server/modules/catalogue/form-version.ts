/** One version of a form made ready: compiled for the server and packed for the browser, each at most once. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { compile, engineWords, loadValidators, validatorsModule } from '../../../engine/index.ts';
import type { CompiledForm, FormDefinition } from '../../../engine/index.ts';
import type { FormSummary } from '../../../wire/form.ts';
import type { Packed } from '../../platform/http/packed.ts';
import { compileValidators } from './compiler.ts';
import type { FormRef } from './form-ref.ts';
import { runValidators } from '../../platform/workers/run-validators.ts';

export interface FormVersion {
  definition: FormDefinition;
  /** Whether it may no longer change. */
  published: boolean;
  /** With the title in words, as drafts and submissions name it. */
  ref: FormRef;
  summary: FormSummary;
  /** Has the form compiled, once; when it cannot be, `compiled` says why. */
  ready: () => Promise<void>;
  /** Throws what kept it from being compiled; call `ready` first, as the catalogue does for every edition that it gives. */
  compiled: () => CompiledForm;
  /** The same in a language; in English where the form has no texts in it, or none is said. */
  inLanguage: (language: string | undefined) => Promise<CompiledForm>;
  /** The definition envelope as JSON. */
  envelope: () => Promise<Packed>;
  /** The source of the validators' module. */
  validators: () => Promise<Packed>;
  /** Definition and validators for processes that compile it themselves; throws as `compiled`. */
  source: () => { hash: string; bytes: Uint8Array };
}

const language = 'en';
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const pack = async (text: string): Promise<Packed> => {
  const plain = Buffer.from(text, 'utf8');
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  const [br, zipped] = await Promise.all([brotli(plain, options), gzipped(plain, { level: 9 })]);
  return { plain, gzip: zipped, br };
};

/** Calls `make` at the first call and gives the same result ever after. */
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const summaryOf = ({ manifest, texts, hash }: FormDefinition): FormSummary => {
  const words = (key: string): string => texts[language]?.[key] ?? key;
  const { id, version, kind, audience, family, start } = manifest;
  return {
    id,
    version,
    hash,
    kind,
    audience,
    title: words(manifest.title),
    summary: words(manifest.summary),
    group: words(manifest.group),
    ...(family === undefined
      ? {}
      : {
          family: { id: family.id, title: words(family.title), question: words(family.question), order: family.order },
        }),
    ...(start === undefined ? {} : { minutes: start.minutes }),
  };
};

export const createFormVersion = (definition: FormDefinition, published: boolean): FormVersion => {
  const summary = summaryOf(definition);
  const { id, version, hash, title } = summary;
  let validators: { text: string } | { error: unknown } = { error: new Error('The form is not compiled yet') };
  let pending: Promise<void> | undefined;
  const make = async (): Promise<void> => {
    validators = await compileValidators(definition).then(
      (text) => ({ text }),
      (error: unknown) => ({ error }),
    );
    pending = undefined;
  };
  const text = (): string => {
    if ('error' in validators) throw validators.error;
    return validators.text;
  };
  const compiled = once(() => compile(definition, loadValidators(runValidators(text())), language));
  const inLanguage = new Map<string, Promise<CompiledForm>>();
  const made = async (wanted: string): Promise<CompiledForm> =>
    compile(definition, compiled().validators, wanted, await engineWords(wanted));
  return {
    definition,
    published,
    ref: { id, version, hash, title },
    summary,
    ready: async () => {
      if ('error' in validators) await (pending ??= make());
    },
    compiled,
    inLanguage: async (wanted = language) => {
      if (wanted === language || !Object.hasOwn(definition.texts, wanted)) return compiled();
      const form = inLanguage.get(wanted) ?? made(wanted);
      inLanguage.set(wanted, form);
      return form;
    },
    envelope: once(() => pack(JSON.stringify({ definition, validators: `/validators/${hash}.js` }))),
    validators: once(() => pack(validatorsModule(text()))),
    source: once(() => ({ hash, bytes: Buffer.from(JSON.stringify({ definition, validators: text() })) })),
  };
};
