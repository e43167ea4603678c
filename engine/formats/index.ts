import { date } from './date.ts';
import { email } from './email.ts';
import { refusalOf, type Format } from './format.ts';
import { nhsNumber } from './nhs-number.ts';
import { schoolUrn } from './school-urn.ts';
import { ukPhone } from './uk-phone.ts';
import { ukPostcode } from './uk-postcode.ts';
import { uln } from './uln.ts';
import { upn } from './upn.ts';

export { refusalOf };
export type { Format };

/** Every `format` that a schema may name, by that name. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
  [date, email, nhsNumber, schoolUrn, ukPhone, ukPostcode, uln, upn].map((format) => [format.id, format]),
);

/** The format of this name, or `undefined`: there is none. */
export const formatOf = (id: string | undefined): Format | undefined =>
  id !== undefined && Object.hasOwn(formats, id) ? formats[id] : undefined;

/** The formats as Ajv and the precompiled validators take them: by name, a function that judges. */
export const formatTests: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  Object.values(formats).map(({ id, test }) => [id, test]),
);
