/** The rules of the author's check, in the order in which the documentation lists them. */
import { askedTwice } from './asked-twice.ts';
import { autocompleteKnown } from './autocomplete-known.ts';
import { blockConforms } from './block-conforms.ts';
import { branchTitled } from './branch-titled.ts';
import { checkPlace } from './check-place.ts';
import { checksConform } from './checks-conform.ts';
import { choiceUnlabelled } from './choice-unlabelled.ts';
import { closedObject } from './closed-object.ts';
import { conditionFits } from './condition-fits.ts';
import { conditionOnItself } from './condition-on-itself.ts';
import { confidentialDeclared } from './confidential-declared.ts';
import { confidentialSound } from './confidential-sound.ts';
import { contactDetails } from './contact-details.ts';
import { counterSigners } from './counter-signers.ts';
import { documentsDeclared } from './documents-declared.ts';
import { exampleConforms } from './example-conforms.ts';
import { exampleOutcome } from './example-outcome.ts';
import { factSound } from './fact-sound.ts';
import { factUnused } from './fact-unused.ts';
import { fillsKnown } from './fills-known.ts';
import { folderName } from './folder-name.ts';
import { formatKnown } from './format-known.ts';
import { jsonDuplicateKey } from './json-duplicate-key.ts';
import { jsonSyntax } from './json-syntax.ts';
import { kindKnown } from './kind-known.ts';
import { labelEnding } from './label-ending.ts';
import { labelTwice } from './label-twice.ts';
import { linkSetting } from './link-setting.ts';
import { listLimit } from './list-limit.ts';
import { manifestConforms } from './manifest-conforms.ts';
import { migrationConforms } from './migration-conforms.ts';
import { migrationPlaces } from './migration-places.ts';
import { optionFits } from './option-fits.ts';
import { packageFiles } from './package-files.ts';
import { pageId } from './page-id.ts';
import { partReference } from './part-reference.ts';
import { patternSafe } from './pattern-safe.ts';
import { placeholderKnown } from './placeholder-known.ts';
import { pointerExists } from './pointer-exists.ts';
import { propertyName } from './property-name.ts';
import { publishedUnchanged } from './published-unchanged.ts';
import { questionUnasked } from './question-unasked.ts';
import { rangePossible } from './range-possible.ts';
import { requiredAsked } from './required-asked.ts';
import { requiredExists } from './required-exists.ts';
import { routingAnswer } from './routing-answer.ts';
import type { Rule } from './rule.ts';
import { schemaCompiles } from './schema-compiles.ts';
import { schemaConforms } from './schema-conforms.ts';
import { schemaReference } from './schema-reference.ts';
import { screenWordsOnPaper } from './screen-words.ts';
import { scopeExists } from './scope-exists.ts';
import { textGap } from './text-gap.ts';
import { textLimit } from './text-limit.ts';
import { textMissing } from './text-missing.ts';
import { textPlain } from './text-plain.ts';
import { textUnused } from './text-unused.ts';
import { textsConform } from './texts-conform.ts';
import { totalsColumn } from './totals-column.ts';
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
  blockConforms,
  migrationConforms,
  exampleConforms,
  partReference,
  schemaReference,
];

export const rules: readonly Rule[] = [
  ...formRules,
  folderName,
  publishedUnchanged,
  schemaCompiles,
  propertyName,
  requiredExists,
  formatKnown,
  patternSafe,
  textLimit,
  listLimit,
  rangePossible,
  closedObject,
  kindKnown,
  branchTitled,
  scopeExists,
  questionUnasked,
  requiredAsked,
  askedTwice,
  pageId,
  conditionFits,
  conditionOnItself,
  labelTwice,
  totalsColumn,
  optionFits,
  autocompleteKnown,
  fillsKnown,
  pointerExists,
  routingAnswer,
  counterSigners,
  documentsDeclared,
  confidentialSound,
  confidentialDeclared,
  migrationPlaces,
  factSound,
  factUnused,
  checkPlace,
  textMissing,
  choiceUnlabelled,
  textUnused,
  textGap,
  placeholderKnown,
  textPlain,
  labelEnding,
  linkSetting,
  contactDetails,
  screenWordsOnPaper,
  exampleOutcome,
];
