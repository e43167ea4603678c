import type { JsonValue } from '../../engine/json.ts';

/** One part of “my data”: what the service holds about an account, record by record as it goes into the download. */
export type MyDataPart = (accountId: string) => AsyncIterable<JsonValue>;
