import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { FormDefinition, Schema } from '../definition/model/definition.ts';
import { formatTests } from '../formats/index.ts';
import { validatorsOf } from './load.ts';
import type { Validators } from './form.ts';
import { schemaSet } from './schema-set.ts';

/** Ajv as every form is compiled with: strict, our formats, all errors, no messages. */
export const formAjv = (): Ajv2020 => {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    messages: false,
    $data: true,
    // It would compile the schema of schemas again for every form; `assertSchema` compiles it once.
    validateSchema: false,
    inlineRefs: false,
    // 19.99 / 0.01 is not whole in binary fractions; to the millionth it is.
    multipleOfPrecision: 6,
    formats: { ...formatTests },
    code: { source: true, formats: _`require("formwork/formats")` },
  });
  // Nothing here needs them, and without their bookkeeping the code is a third smaller.
  ajv.opts.unevaluated = false;
  ajv.removeKeyword('unevaluatedProperties').removeKeyword('unevaluatedItems');
  ajv.addVocabulary(['i18n', 'wanted']);
  return ajv;
};

/** Judges schemas themselves, for all forms of a process. */
const judge = new Ajv2020({ strict: true, $data: true, messages: true });

/** Throws in Ajv's words when `schema` is no JSON Schema 2020-12. */
export const assertSchema = (schema: Schema): void => {
  void judge.validateSchema(schema, true);
};

const prepared = (definition: FormDefinition): { ajv: Ajv2020; keys: Map<string, string> } => {
  const { pieces, keys } = schemaSet(definition);
  const ajv = formAjv();
  for (const [id, schema] of pieces) {
    assertSchema(schema);
    ajv.addSchema({ ...schema, $id: id });
  }
  return { ajv, keys };
};

/** Compiles every schema of a form in memory, for use where code may be made at run time. Throws Ajv's error on a schema it refuses. */
export const compileValidators = (definition: FormDefinition): Validators => {
  const { ajv, keys } = prepared(definition);
  return validatorsOf(
    Object.fromEntries(
      [...keys].map(([key, id]) => {
        const compiled = ajv.getSchema(id);
        if (compiled === undefined) throw new Error(`Not compiled: ${key}`);
        return [key, compiled];
      }),
    ),
  );
};

/**
 * The same validators as the text of a function that needs no `eval`: `(require) => {…}`. `loadValidators` runs it.
 * Throws Ajv's error on a schema it refuses.
 */
export const validatorsFunction = (definition: FormDefinition): string => {
  const { ajv, keys } = prepared(definition);
  const called = [...keys].map(([key, id], index) => ({ key, id, name: `v${index}` }));
  const code = standalone.default(ajv, Object.fromEntries(called.map(({ name, id }) => [name, id])));
  const table = called.map(({ key, name }) => `${JSON.stringify(key)}: exports.${name}`).join(',\n');
  return `(require) => {\nconst exports = {};\n${code}\nreturn {${table}};\n}`;
};
