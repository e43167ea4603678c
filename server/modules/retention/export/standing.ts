/** Who somebody is to a request for what is held about a child. */
import type { ConfidentialNames, Party } from '../../../../engine/index.ts';
import type { Accounts } from '../../accounts/index.ts';

export type Names = ConfidentialNames;

/** All that somebody of the family may be to a form: what is kept from any of them is given out only by a person's yes. */
export const family: ReadonlySet<Party> = new Set([
  'parent',
  'young-person',
  'submitter',
  'holder',
  'earlier-holder',
  'contributor',
  'counter-signatory',
  'work-group',
]);

/** The part by which people outside the council are named in record, requests and audit trail. */
export const namesId = 'names';
/** What they are called without it. */
export const outsider = 'Somebody outside the council';

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
  of: (...names: string[]) =>
    `Written by ${names.join(', ')}, who ${names.length === 1 ? 'does' : 'do'} not work for the council`,
  alike: 'Not linked with this case: it is about somebody of the same name and date of birth',
  kept: 'The form keeps this from parents and young people',
  keptByCouncil: 'The council keeps this from parents and young people',
  about: 'Names schools, services or people that were asked',
  document: 'Read it first: nobody can say by its name who else is in it',
  others: 'Written by people who do not work for the council',
  names: 'Names people who do not work for the council',
};
