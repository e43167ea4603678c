import type { JsonValue } from '../../engine/json.ts';

/** One part of “my data”: what the service holds about an account, as it goes into the download. */
export type MyDataPart = (accountId: string) => Promise<JsonValue>;
