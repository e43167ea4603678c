/** From whom the council keeps what it holds about people: by case.json, and by what officers say of one case. */
import type { ConfidentialNames, Party } from '../../../engine/index.ts';
import type { CaseDocument } from './documents.ts';
import type { CaseDescription } from './settings-shape.ts';

/** Everybody who does not work for the council. */
const everybodyOutside: readonly Party[] = ['parent', 'young-person', 'professional', 'manager'];

/** The known values of cases that are kept from people. An address is kept from everybody outside the council unless the council says otherwise. */
export const confidentialNames = ({ as, confidentialFrom = {} }: CaseDescription): ConfidentialNames => ({
  [`${as}.address`]: everybodyOutside,
  ...confidentialFrom,
});

/** As `confidentialNames`, for a case whose address an officer keeps from people: it and what goes with it are for the council only. */
export const namesConfidentialWithAddress = (description: CaseDescription): ConfidentialNames => {
  const names = confidentialNames(description);
  const { as, keptWithAddress = [] } = description;
  return {
    ...names,
    ...Object.fromEntries(
      [`${as}.address`, ...keptWithAddress].map((name) => [
        name,
        [...new Set([...(names[name] ?? []), ...everybodyOutside])],
      ]),
    ),
  };
};

/** Whether the address of a case is kept; of one that is gone nobody can say that it is not. */
export const isAddressConfidential = (found: Pick<CaseDocument, 'addressKept'> | undefined): boolean =>
  found === undefined || found.addressKept === true;
