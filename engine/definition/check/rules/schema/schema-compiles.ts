import { assertSchema, formAjv } from '../../../../compile/ahead.ts';
import { formatOf } from '../../../../formats/index.ts';
import { circularReferences } from '../../../model/circles.ts';
import { conformities } from '../../../model/conformity.ts';
import type { Schema } from '../../../model/definition.ts';
import { localTarget, subschemas } from '../../../model/schema-model.ts';
import { readyForm } from '../../compiled.ts';
import type { Rule } from '../rule.ts';

const compiles = (schema: Schema): string | undefined => {
  try {
    assertSchema(schema);
    formAjv().compile({ ...schema, $id: 'https://check.invalid/' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll('https://check.invalid/', '') : String(error);
  }
};

const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
};

export const schemaCompiles: Rule = {
  id: 'schema-compiles',
  severity: 'error',
  about:
    'schema.json is a JSON Schema 2020-12 that compiles in strict mode: a keyword that does not go with its type would be ignored in silence.',
  hint: 'Take the keyword out, or give the schema the type that it goes with.',
  wrong: '{ "type": "string", "maximum": 4 }',
  right: '{ "type": "string", "maxLength": 4 }',
  check: (context) => {
    const { schema } = context;
    // What judges answers was made of it.
    if (schema === undefined || readyForm(context) !== undefined) return [];
    const all = subschemas(schema);
    // Other rules tell these, and more to the point.
    const told =
      conformities.schema.faults(schema).length > 0 ||
      circularReferences(schema).length > 0 ||
      all.some(
        ({ schema: { format, pattern, $ref, required = [], properties } }) =>
          (format !== undefined && formatOf(format) === undefined) ||
          (pattern !== undefined && !isPattern(pattern)) ||
          ($ref !== undefined && localTarget(schema, $ref) === undefined) ||
          (properties !== undefined && required.some((name) => !Object.hasOwn(properties, name))),
      );
    const message = told ? undefined : compiles(schema);
    if (message === undefined) return [];
    // The innermost schema that does not compile by itself is the one to fix.
    const alone = all.filter(({ schema: each }) => each.$ref === undefined && !JSON.stringify(each).includes('"$ref"'));
    const guilty = alone
      .filter(({ schema: each }) => compiles(each) !== undefined)
      .sort((one, other) => other.at.length - one.at.length)[0];
    return [{ file: 'schema.json', pointer: guilty?.at ?? '', message: `This does not compile: ${message}.` }];
  },
};
