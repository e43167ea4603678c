/** What every resource shares on the wire. Schemas are JSON Schema (TypeBox); their TypeScript types follow by `Static`. */
import Type, { type Static } from 'typebox';

/** Blanks, control characters and signs that nobody sees. Those beyond U+FFFF stand as they are, for readers of patterns that know no other way. */
const unseen =
  '\\s\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}';

/** With at least one sign that is seen. */
export const saysSomething = `[^${unseen}]`;

/** Text that says something. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: saysSomething });

export const Id = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export const IsoDate = Type.String({ format: 'date' });
export const IsoTime = Type.String({ format: 'date-time' });
/** As typed or pasted: `<…>`, `mailto:` and what stands behind it are tidied away. */
export const Email = Type.String({ format: 'email', maxLength: 400 });
/** Six digits, as mailed; spaces are forgiven. */
export const Code = Type.String({ minLength: 1, maxLength: 20 });
export const Pointer = Type.String({ maxLength: 400 });

export const Address = Type.Object(
  {
    propertyName: Type.Optional(Type.String({ maxLength: 80 })),
    houseNo: Type.Optional(Type.String({ maxLength: 20 })),
    street: Words(120),
    area: Type.Optional(Type.String({ maxLength: 80 })),
    town: Words(80),
    county: Type.Optional(Type.String({ maxLength: 80 })),
    postcode: Type.String({ format: 'uk-postcode', maxLength: 40 }),
  },
  { additionalProperties: false },
);
export type Address = Static<typeof Address>;

/** RFC 9457. `code` is stable; `errors` names fields of the request, or places in answers. */
export const ProblemBody = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  instance: Type.String(),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Pointer,
        message: Type.String(),
        page: Type.Optional(Type.String()),
        label: Type.Optional(Type.String()),
        keyword: Type.Optional(Type.String()),
      }),
    ),
  ),
  /** For 409: the revision that the store has. */
  revision: Type.Optional(Type.Integer()),
  /** For 429: seconds until the next try. */
  retryAfter: Type.Optional(Type.Integer()),
  /** For `possible-duplicate`: the records that may be the same (CaseSummary). */
  candidates: Type.Optional(Type.Array(Type.Unknown())),
  /** For `automatic-reply`: who is away, with their words and whom to send to instead (Recipient). */
  away: Type.Optional(Type.Array(Type.Unknown())),
});
export type ProblemBody = Static<typeof ProblemBody>;
