/** Which operation a call is, by its method and address, and so what it takes and answers. */
import type { FormDefinition } from '../../engine/index.ts';
import type { Operations as OfRoutes } from '../../wire/operations.ts';

export interface Definition {
  definition: FormDefinition;
  /** Address of the module with the precompiled validators. */
  validators: string;
}

/** As the mailbox of a demonstration has it. */
interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

/** With what the routes do not declare: a version of a form is sent as text made ahead, and only a demonstration has a mailbox. */
interface Operations extends OfRoutes {
  'GET /api/forms/{}/{}': { reply: Definition };
  'GET /api/dev/mailbox': { reply: Mail[] };
}

export type Change = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Method = 'GET' | Change;

/** `/api/cases/${string}/events` → `/api/cases/{}/events` */
type Starred<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? `${StarredPart<Part>}/${Starred<Rest>}`
  : StarredPart<Path>;
type StarredPart<Part extends string> = string extends Part ? '{}' : Part;
type WithoutQuery<Path extends string> = Path extends `${infer Address}?${string}` ? Address : Path;

type NameOf<M extends Method, Path extends string> = `${M} ${Starred<WithoutQuery<Path>>}`;
type BodyNamed<Name> = Name extends keyof Operations
  ? Operations[Name] extends { body: infer Body }
    ? Body
    : undefined
  : never;

/** `undefined` where none is taken. */
export type BodyOf<M extends Method, Path extends string> = BodyNamed<NameOf<M, Path>>;

/** The path itself where there is such an operation, otherwise nothing that a path could be. */
export type Known<M extends Method, Path extends string> = [NameOf<M, Path>] extends [keyof Operations] ? Path : never;

/** What stands behind the path of a call: its body, where it takes one, and options. */
export type Sent<M extends Method, Path extends string, Options> = M extends 'GET'
  ? [body?: undefined, options?: Options]
  : undefined extends BodyOf<M, Path>
    ? [body?: BodyOf<M, Path>, options?: Options]
    : [body: BodyOf<M, Path>, options?: Options];

export type Reply<M extends Method, Path extends string> =
  NameOf<M, Path> extends infer Name extends keyof Operations ? Operations[Name]['reply'] : never;
