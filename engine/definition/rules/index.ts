/** The rules of the author's check, in the order in which the documentation lists them. */
import { checksConform } from './checks-conform.ts';
import { exampleConforms } from './example-conforms.ts';
import { jsonDuplicateKey } from './json-duplicate-key.ts';
import { jsonSyntax } from './json-syntax.ts';
import { manifestConforms } from './manifest-conforms.ts';
import { packageFiles } from './package-files.ts';
import { partReference } from './part-reference.ts';
import type { Rule } from './rule.ts';
import { schemaConforms } from './schema-conforms.ts';
import { textsConform } from './texts-conform.ts';
import { uiConforms } from './ui-conforms.ts';

/** Without these a package cannot be read at all. */
export const formRules: readonly Rule[] = [
  packageFiles,
  jsonSyntax,
  jsonDuplicateKey,
  manifestConforms,
  schemaConforms,
  uiConforms,
  checksConform,
  textsConform,
  exampleConforms,
  partReference,
];

export const rules: readonly Rule[] = [...formRules];
