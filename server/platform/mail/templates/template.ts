/** What a mail says, from the values that its effect carries. */
import type { JsonValue } from '../../../../engine/json.ts';
import type { MailContent } from '../message.ts';

export type MailValues = Record<string, JsonValue>;
export type MailTemplate = (values: MailValues) => MailContent;
