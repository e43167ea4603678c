/** Says what something was made from; nothing of it is there at run time. */
export interface Holding<T> {
  readonly holds?: T;
}

/** JSON that this program writes and reads back by itself, such as from thread to thread. */
export type OwnJson<T> = string & Holding<T>;

export const ownJson = <T>(value: T): OwnJson<T> => JSON.stringify(value);

export const fromOwnJson = <T>(text: OwnJson<T>): T =>
  // Nobody else wrote it.
  JSON.parse(text) as T;
