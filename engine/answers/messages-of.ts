import type { CompiledForm, Question } from '../compile/form.ts';
import type { Schema } from '../definition/model/definition.ts';
import { messageOf } from './message.ts';

const LIMITS = [
  'maximum',
  'minimum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
];

const TYPED = ['number', 'money'];

/** The keywords by which an answer to a question can be refused, with what Ajv would say of them. */
const refusals = (question: Question): { keyword: string; params: Record<string, unknown>; value?: string }[] => {
  const { schema, kind } = question;
  const has = (keyword: keyof Schema): boolean => schema[keyword] !== undefined;
  const offered = (kind === 'choice' && has('enum')) || kind === 'choices';
  return [
    ...(question.required || question.wanted || question.element.options?.requiredWhen !== undefined
      ? [{ keyword: 'required', params: {} }]
      : []),
    ...(TYPED.includes(kind) ? [{ keyword: 'type', params: {} }] : []),
    ...(offered ? [{ keyword: 'enum', params: {} }] : []),
    ...(has('const') ? [{ keyword: 'const', params: { allowedValue: schema.const } }] : []),
    ...['format', 'pattern', 'contains', 'oneOf', 'anyOf'].filter(has).map((keyword) => ({ keyword, params: {} })),
    ...LIMITS.filter(has).map((keyword) => {
      const limit = Number(schema[keyword]);
      const length = keyword === 'minLength' ? limit - 1 : keyword === 'maxLength' ? limit + 1 : 0;
      return { keyword, params: { limit }, value: 'x'.repeat(Math.max(length, 0)) };
    }),
    ...(has('multipleOf') ? [{ keyword: 'multipleOf', params: { multipleOf: schema.multipleOf } }] : []),
    ...(schema.uniqueItems === true ? [{ keyword: 'uniqueItems', params: {} }] : []),
  ];
};

/** Every message that a question's schema can give, one a keyword; its parts have their own. Checks across answers are not among them. */
export const messagesOf = (form: CompiledForm, question: Question): { keyword: string; message: string }[] =>
  refusals(question).map(({ keyword, params, value }) => ({
    keyword,
    message: messageOf(form, question, { keyword, params }, value),
  }));
