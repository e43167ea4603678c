/** What the audit trail adds to the service. */
import type { Logger } from 'pino';
import type { Module } from '../../platform/module.ts';
import type { Store } from '../../platform/storage/store.ts';
import { auditHeadsFile, keepHead, mailHead } from './heads.ts';
import { auditKey } from './key.ts';
import { auditRoutes, type AuditRouteParts } from './routes.ts';

interface Parts extends AuditRouteParts {
  store: Store;
  log: Logger;
  relay: { kick: () => void };
}

/** The log is a second place outside the store, which most councils collect on another machine. */
const keepHeadOfTrail = async ({ store, clock, audit, log, config, relay }: Parts): Promise<number> => {
  const head = await keepHead({ store, clock, audit, key: auditKey(config.secret) }, auditHeadsFile(config));
  if (head === undefined) return 0;
  log.info({ head }, 'audit trail head');
  if (config.auditHeadsMail !== '') {
    await mailHead(store, clock, config.auditHeadsMail, head);
    relay.kick();
  }
  return 1;
};

export const auditModule = (parts: Parts): Module => {
  /** As this server found it last; the entry stands in the log. */
  let isBroken = false;
  const look = async (): Promise<number> => {
    isBroken = (await parts.auditChain.state()) === 'broken';
    return isBroken ? 1 : 0;
  };
  return {
    routes: auditRoutes(parts),
    jobs: [
      { name: 'audit-head', everyMinutes: 24 * 60, run: () => keepHeadOfTrail(parts) },
      { name: 'audit-trail', everyMinutes: 60, run: look },
    ],
    ready: {
      audit: () =>
        isBroken ? { level: 'fault', detail: 'The audit trail is broken: the log names the entry' } : undefined,
    },
  };
};
