import type { Schema, UiOptions } from '../definition/model/definition.ts';
import type { QuestionKind } from './form.ts';

const LONG_TEXT = 300;

const textKind = (schema: Schema, options: UiOptions): QuestionKind => {
  if (schema.format === 'date') return 'date';
  return options.multi === true || (options.multi === undefined && (schema.maxLength ?? 0) > LONG_TEXT)
    ? 'longText'
    : 'text';
};

/** How a question is asked: from its resolved schema, the schema of its rows if it has any, and its options. Throws where nothing fits. */
export const kindOf = (schema: Schema, items: Schema | undefined, options: UiOptions = {}): QuestionKind => {
  if (schema.oneOf !== undefined || schema.anyOf !== undefined) return 'oneOf';
  if (schema.type === 'boolean') return options.format === 'tick' ? 'tick' : 'yesNo';
  if (schema.enum !== undefined || options['choices'] !== undefined) return 'choice';
  switch (schema.type) {
    case 'string':
      return textKind(schema, options);
    case 'number':
    case 'integer':
      return options.format === 'money' ? 'money' : 'number';
    case 'object':
      return options.format === 'fixed-table' ? 'fixedTable' : 'group';
    case 'array':
      if (options.format === 'files') return 'files';
      if (items?.enum !== undefined) return 'choices';
      if (items?.type === 'object') return 'table';
  }
  throw new Error(`No kind of question fits a schema of type ${schema.type ?? 'none'}`);
};
