import { runInThisContext } from 'node:vm';
import type { MakeValidators } from '../../../engine/index.ts';

const isMake = (value: unknown): value is MakeValidators => typeof value === 'function';

/** Runs the text that the compiler made of a form's schemas, as the compiler itself would have done. */
export const runValidators = (text: string): MakeValidators => {
  const make: unknown = runInThisContext(`'use strict';\n(${text})`);
  if (!isMake(make)) throw new Error('The validators of a form are no function');
  return make;
};
