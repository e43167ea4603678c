/** From whom the council keeps what it holds about people: `confidentialFrom` of case.json. */
import type { KeptNames, Party } from '../../../engine/index.ts';
import type { CaseDescription } from './settings-shape.ts';

/** Everybody who does not work for the council. */
export const everybodyOutside: readonly Party[] = ['parent', 'young-person', 'professional', 'manager'];

/** The known values of cases that are kept from people. An address is kept from everybody outside the council unless the council says otherwise. */
export const keptNames = ({ as, confidentialFrom = {} }: CaseDescription): KeptNames => ({
  [`${as}.address`]: everybodyOutside,
  ...confidentialFrom,
});
