/** Who somebody is to a request for what is held about a child. */
import type { ConfidentialNames, Party } from '../../../../engine/index.ts';
import type { Accounts } from '../../accounts/index.ts';

export type Names = ConfidentialNames;

/** Those who may ask what is held: what is kept from any of them is given out only by a person's yes. */
export const family: ReadonlySet<Party> = new Set(['parent', 'young-person']);

/** Whether an account works for the council; of one that is gone nobody can say so. */
export const councilBy = (accounts: Pick<Accounts, 'get'>): ((id: string) => Promise<boolean>) => {
  const known = new Map<string, Promise<boolean>>();
  const look = async (id: string): Promise<boolean> => {
    const account = await accounts.get(id);
    return account !== undefined && account.role !== 'applicant';
  };
  return (id) => {
    const found = known.get(id) ?? look(id);
    known.set(id, found);
    return found;
  };
};

/** Why a part asks for a yes. */
export const asksBecause = {
  of: (name: string) => `Written by ${name}, who does not work for the council`,
  alike: 'Not linked with this case: it is about somebody of the same name and date of birth',
  kept: 'The form keeps this from parents and young people',
  document: 'Read it first: nobody can say by its name who else is in it',
  others: 'Written by people who do not work for the council',
  names: 'Names people who do not work for the council',
};
