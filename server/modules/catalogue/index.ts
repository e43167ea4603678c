export { createCatalogue, type Catalogue } from './catalogue.ts';
export type { FormVersion } from './form-version.ts';
export type { FormRef } from './form-ref.ts';
export { createCatalogueHistory, type CatalogueHistory } from './history.ts';
export { parseLock } from './lock.ts';
export { createRegisters, type Registers } from './registers.ts';
export { compareVersions } from './version.ts';
export { catalogueModule } from './module.ts';
