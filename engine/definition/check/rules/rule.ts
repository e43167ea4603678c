import type { FormPackage } from '../../package/package.ts';
import type { Finding, Severity } from '../problem.ts';
import type { SchemaModel } from '../../model/schema-model.ts';
import type { UiModel } from '../ui-model.ts';

/** What a value is that is known before anybody answers. */
export type ValueType = 'text' | 'day' | 'number' | 'boolean' | 'object' | 'list';

/** What rules look at. A part is absent when its file cannot be read as what it should be; another rule says so. */
export interface CheckContext extends FormPackage {
  answers?: SchemaModel;
  pages?: UiModel;
  /** Names that the package's folder has, such as `holiday-club` and `1.0.0`. */
  folder?: { id: string; version: string };
  /** The hash under which this version was published, if it was. */
  publishedHash?: string;
  /** Names of links in the council's configuration; absent when they are not known. */
  linkSettings?: readonly string[];
  /** Telephone numbers and addresses that the council's configuration has; absent when they are not known. */
  councilContacts?: readonly string[];
  /** Known values, such as `child.upn`, that the council's case.json has as identifiers; absent when they are not known. */
  councilIdentifiers?: readonly string[];
  /** What the service knows of people, tasks and cases, by names such as `user.name`; absent when that is not known. */
  knownValues?: Readonly<Record<string, ValueType>>;
  /** Names of the council's teams; absent when they are not known. */
  teams?: readonly string[];
}

/** One rule of the author's check. One file each, listed in index.ts, documented by its own words. */
export interface Rule {
  id: string;
  severity: Severity;
  /** What is demanded, and why. */
  about: string;
  /** How to fix it. */
  hint: string;
  /** A piece of a file that breaks the rule, and the same piece fixed. */
  wrong: string;
  right: string;
  check: (context: CheckContext) => Finding[];
}
