/** The stores on which faults are tried here. */
import type { StoreKind } from '../support/installation.ts';
import { hasMongodb } from '../support/mongodb.ts';

export const stores: StoreKind[] = hasMongodb() ? ['sqlite', 'mongodb'] : ['sqlite'];
if (!hasMongodb()) console.warn('No Go and no MONGODB_URL: nothing is tried on MongoDB here.');
