/** What authors and servers need and the browser never loads: reading and checking packages, and compiling ahead of time. */
export { compileValidators, validatorsFunction } from './compile/ahead.ts';
/** Reads the files of a package into a definition. */
export { parse, problemsOf, type Parsed, type Surroundings } from './definition/check/parse.ts';
/** What a value is that is known beforehand. */
export type { ValueType } from './definition/check/rules/rule.ts';
/** What each file of a package may say. */
export { definitionSchemas } from './definition/model/schemas.ts';
/** What an argument of a fact may be, in words. */
export { argumentWords } from './facts/arguments.ts';
/** Everything that a package is judged by. */
export { rules } from './definition/check/rules/index.ts';
export { missingBlocks } from './definition/package/package.ts';
export type { PackageFiles } from './definition/package/package.ts';
export type { DefinitionProblem, Severity } from './definition/check/problem.ts';
/** What is hidden, and the rule that hides it, in words. */
export { hiddenBecause, type HiddenBecause } from './answers/conditions/hidden-because.ts';
export type { ConditionSeen } from './answers/conditions/condition-words.ts';
