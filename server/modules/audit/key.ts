/** The key of the audit trail: with it, whoever can write to the store but has not the service's secret cannot write entries that hold. */
import { keyedHash, sha256 } from '../../core/ids.ts';

export interface AuditKey {
  /** Names the key without telling it, so that entries of another secret are told from forged ones. */
  id: string;
  /** The proof of a text. */
  proofOf: (text: string) => string;
}

/** Derived from the service's secret; for this use alone. */
export const auditKey = (secret: string): AuditKey => {
  const key = keyedHash(secret, 'formwork audit trail');
  return { id: sha256(`id ${key}`).slice(0, 12), proofOf: (text) => keyedHash(key, text) };
};
