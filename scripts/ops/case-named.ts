import type { CaseDocument } from '../../server/modules/cases/index.ts';
import type { Store } from '../../server/platform/storage/store.ts';

/** A case by what an operator calls it: its id or its reference. */
export const caseNamed = async (store: Store, name: string): Promise<CaseDocument | undefined> =>
  (await store.get('cases', name)) ?? store.findOne('cases', { reference: { eq: name } });
