/** The rules of the author's check, in the order in which the documentation lists them. */
import { askedTwice } from './ui/asked-twice.ts';
import { autocompleteKnown } from './ui/autocomplete-known.ts';
import { blockConforms } from './files/block-conforms.ts';
import { branchTitled } from './schema/branch-titled.ts';
import { checkPlace } from './checks/check-place.ts';
import { checksConform } from './checks/checks-conform.ts';
import { choiceCode } from './schema/choice-code.ts';
import { choiceUnlabelled } from './texts/choice-unlabelled.ts';
import { closedObject } from './schema/closed-object.ts';
import { conditionAnswerable } from './ui/condition-answerable.ts';
import { conditionFits } from './ui/condition-fits.ts';
import { conditionOnItself } from './ui/condition-on-itself.ts';
import { confidentialDeclared } from './manifest/confidential-declared.ts';
import { confidentialSound } from './manifest/confidential-sound.ts';
import { contactDetails } from './texts/contact-details.ts';
import { counterSigners } from './manifest/counter-signers.ts';
import { documentsDeclared } from './manifest/documents-declared.ts';
import { documentsLimit } from './manifest/documents-limit.ts';
import { exampleConforms } from './examples/example-conforms.ts';
import { exampleHidden } from './examples/example-hidden.ts';
import { exampleOutcome } from './examples/example-outcome.ts';
import { exampleThere } from './examples/example-there.ts';
import { factFits } from './checks/fact-fits.ts';
import { factSound } from './checks/fact-sound.ts';
import { factUnused } from './checks/fact-unused.ts';
import { fileEncoding } from './files/file-encoding.ts';
import { fillsKnown } from './manifest/fills-known.ts';
import { fixedTableMeant } from './ui/fixed-table-meant.ts';
import { folderName } from './files/folder-name.ts';
import { formatKnown } from './schema/format-known.ts';
import { groupEmpty } from './ui/group-empty.ts';
import { jsonDuplicateKey } from './files/json-duplicate-key.ts';
import { jsonSyntax } from './files/json-syntax.ts';
import { kindKnown } from './schema/kind-known.ts';
import { knownValue } from './checks/known-value.ts';
import { labelEnding } from './texts/label-ending.ts';
import { labelLength } from './texts/label-length.ts';
import { labelTwice } from './ui/label-twice.ts';
import { linkSetting } from './texts/link-setting.ts';
import { listLimit } from './schema/list-limit.ts';
import { mailSubmitted } from './manifest/mail-submitted.ts';
import { manifestConforms } from './manifest/manifest-conforms.ts';
import { migrationConforms } from './migration/migration-conforms.ts';
import { migrationPlaces } from './migration/migration-places.ts';
import { neverShown } from './ui/never-shown.ts';
import { optionFits } from './ui/option-fits.ts';
import { packageFiles } from './files/package-files.ts';
import { pageId } from './ui/page-id.ts';
import { partReference } from './files/part-reference.ts';
import { patternSafe } from './schema/pattern-safe.ts';
import { placeholderKnown } from './texts/placeholder-known.ts';
import { pointerExists } from './manifest/pointer-exists.ts';
import { prefillFits } from './manifest/prefill-fits.ts';
import { propertyName } from './schema/property-name.ts';
import { publishedUnchanged } from './files/published-unchanged.ts';
import { questionUnasked } from './ui/question-unasked.ts';
import { rangePossible } from './schema/range-possible.ts';
import { requiredAsked } from './ui/required-asked.ts';
import { requiredExists } from './schema/required-exists.ts';
import { requiredWhenPossible } from './ui/required-when.ts';
import { routingAnswer } from './manifest/routing-answer.ts';
import { routingTeam } from './manifest/routing-team.ts';
import type { Rule } from './rule.ts';
import { schemaCompiles } from './schema/schema-compiles.ts';
import { schemaConforms } from './schema/schema-conforms.ts';
import { schemaReference } from './schema/schema-reference.ts';
import { scopeExists } from './ui/scope-exists.ts';
import { screenWordsOnPaper } from './texts/screen-words.ts';
import { startMinutes } from './manifest/start-minutes.ts';
import { startSeen } from './manifest/start-seen.ts';
import { taskDeclared } from './manifest/task-declared.ts';
import { textGap } from './texts/text-gap.ts';
import { textLimit } from './schema/text-limit.ts';
import { textMissing } from './texts/text-missing.ts';
import { textPlain } from './texts/text-plain.ts';
import { textsConform } from './texts/texts-conform.ts';
import { textUnused } from './texts/text-unused.ts';
import { totalsColumn } from './ui/totals-column.ts';
import { uiConforms } from './ui/ui-conforms.ts';

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

/** What comes of answers says nothing as long as the form itself is not right. */
export const exampleRules: readonly Rule[] = [exampleOutcome, exampleHidden];

export const rules: readonly Rule[] = [
  ...formRules,
  fileEncoding,
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
  choiceCode,
  scopeExists,
  questionUnasked,
  requiredAsked,
  askedTwice,
  pageId,
  groupEmpty,
  conditionFits,
  conditionAnswerable,
  conditionOnItself,
  neverShown,
  requiredWhenPossible,
  labelTwice,
  totalsColumn,
  fixedTableMeant,
  optionFits,
  autocompleteKnown,
  taskDeclared,
  startMinutes,
  startSeen,
  mailSubmitted,
  fillsKnown,
  pointerExists,
  prefillFits,
  routingAnswer,
  routingTeam,
  counterSigners,
  documentsDeclared,
  documentsLimit,
  confidentialSound,
  confidentialDeclared,
  migrationPlaces,
  factSound,
  factFits,
  knownValue,
  factUnused,
  checkPlace,
  textMissing,
  choiceUnlabelled,
  textUnused,
  textGap,
  placeholderKnown,
  textPlain,
  labelEnding,
  labelLength,
  linkSetting,
  contactDetails,
  screenWordsOnPaper,
  exampleThere,
  ...exampleRules,
];
