export { createAudit } from './audit.ts';
export { brokenAt, everyEntry } from './trail.ts';
export { createAuditChain, type AuditChain } from './chain.ts';
export { auditHeadsFile, headFaults, readHeads } from './heads.ts';
export { auditKey } from './key.ts';
export { createRefusals } from './refusals.ts';
export { createAuditSearch, type AuditSearch } from './search.ts';
export { auditModule } from './module.ts';
