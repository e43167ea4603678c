/** The package as the service would run it, for rules about what people read; made once for all rules. */
import { compileValidators } from '../../compile/ahead.ts';
import { compile } from '../../compile/compile.ts';
import type { CompiledForm, Question, Validators } from '../../compile/form.ts';
import { circularReferences } from '../model/circles.ts';
import type { FormDefinition } from '../model/definition.ts';
import type { FormPackage } from '../package/package.ts';

const known = new WeakMap<FormPackage, CompiledForm | undefined>();

const make = (
  { manifest, schema, ui, checks, texts, hash }: FormPackage,
  validators: (definition: FormDefinition) => Validators,
): CompiledForm | undefined => {
  if (!manifest || !schema || !ui || !checks || circularReferences(schema).length > 0) return undefined;
  const definition = { manifest, schema, ui, checks, texts, hash };
  try {
    return compile(definition, validators(definition));
  } catch {
    // Other rules say why it does not run.
    return undefined;
  }
};

/** `undefined` when it cannot run. */
export const compiledForm = (context: FormPackage): CompiledForm | undefined => {
  if (!known.has(context))
    known.set(
      context,
      make(context, () => () => undefined),
    );
  return known.get(context);
};

const ready = new WeakMap<FormPackage, CompiledForm | undefined>();

/** The same with validators, which judges answers; `undefined` when it cannot run, or has no examples to judge. */
export const readyForm = (context: FormPackage): CompiledForm | undefined => {
  if (Object.keys(context.examples).length === 0) return undefined;
  if (!ready.has(context)) ready.set(context, make(context, validatorsFor));
  return ready.get(context);
};

/** Of the packages judged last: versions of a form often differ in words alone. */
const compiled = new Map<string, Validators>();
const mostCompiled = 4;

/** Validators depend on nothing else than these three files. Throws Ajv’s error on a schema that it refuses. */
const validatorsFor = (definition: FormDefinition): Validators => {
  const { schema, ui, checks } = definition;
  const key = JSON.stringify([schema, ui, checks]);
  const made = compiled.get(key) ?? compileValidators(definition);
  compiled.delete(key);
  compiled.set(key, made);
  for (const oldest of compiled.keys()) if (compiled.size > mostCompiled) compiled.delete(oldest);
  return made;
};

/** Every question, parts and branches too. */
export const everyQuestion = (form: CompiledForm): Question[] => {
  const all: Question[] = [];
  const add = (question: Question): void => {
    all.push(question);
    question.parts.forEach(add);
  };
  form.questions.forEach(add);
  return all;
};
