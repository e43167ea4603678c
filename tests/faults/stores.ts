/** The stores on which faults are tried here. */
import type { StoreKind } from '../support/servers/installation.ts';
import { hasMongodb, withoutMongodb } from '../support/servers/mongodb.ts';

export const stores: StoreKind[] = hasMongodb() ? ['sqlite', 'mongodb'] : ['sqlite'];
if (!hasMongodb()) console.warn(withoutMongodb);
