/** Those from whom something can be kept, as forms and the council's files name them. */

/** What somebody is. An account that is not professional may be a parent's or a young person's: it is taken for both. */
export const roleParties = ['parent', 'young-person', 'professional', 'manager', 'officer', 'administrator'] as const;

/** How somebody stands to the task or the submitted form that they look at. */
export const relationParties = [
  'holder',
  'earlier-holder',
  'contributor',
  'work-group',
  'counter-signatory',
  'submitter',
  'sender',
] as const;

export const parties = [...roleParties, ...relationParties] as const;
export type Party = (typeof parties)[number];

/** Everything that somebody is to what they look at. */
export type Parties = ReadonlySet<Party>;

/** Whether what is kept from `from` is kept from somebody who is all of `who`. */
export const isConfidentialFrom = (from: readonly string[] | undefined, who: Parties): boolean =>
  from !== undefined && from.some((party) => (who as ReadonlySet<string>).has(party));
