/** How a drawn mail leaves: by SMTP, or in a demonstration into the store, where `/dev/mailbox` shows it. */
import nodemailer from 'nodemailer';
import type { Clock } from '../../core/clock.ts';
import { isLoopback } from '../../core/loopback.ts';
import { DuplicateError, type Store, type Stored } from '../storage/store.ts';

export interface OutgoingMail {
  /** The effect's id; the Message-ID is made from it, so that a repeat can be recognised. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Transport {
  /** Resolves when the mail server has taken the mail. */
  send: (mail: OutgoingMail) => Promise<void>;
  /** Whether the mail server could be reached now and would let this service in. */
  answers: () => Promise<boolean>;
  close: () => void;
}

const awayCodes = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EAUTH',
  'EPROTOCOL',
]);

/** Whether a mail was not sent because the mail server was not there for any (RFC 5321: 421), and not for what it was. */
export const isMailServerAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('responseCode' in error && error.responseCode === 421) return true;
  const isRefused = 'command' in error && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(String(error.command));
  return !isRefused && 'code' in error && awayCodes.has(String(error.code));
};

/** Mail holds codes and links: it is never handed over in clear, but to a server on this machine. */
export const smtpTransport = (smtpUrl: string): Transport => {
  const { protocol, hostname } = new URL(smtpUrl);
  const transporter = nodemailer.createTransport(
    {
      url: smtpUrl,
      requireTLS: protocol === 'smtp:' && !isLoopback(hostname),
      pool: true,
      maxConnections: 4,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    {},
  );
  return {
    send: async ({ id, from, to, subject, text, html }) => {
      const domain = from.address.split('@')[1] ?? 'localhost';
      await transporter.sendMail({
        messageId: `<${id}@${domain}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    answers: () =>
      transporter.verify().then(
        () => true,
        () => false,
      ),
    close: () => transporter.close(),
  };
};

export interface MailboxRecord extends Stored {
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: string;
}

declare module '../storage/store.ts' {
  interface Collections {
    mailbox: MailboxRecord;
  }
}

export const mailboxTransport = (store: Store, clock: Clock): Transport => ({
  send: async ({ id, to, subject, text, html }) => {
    try {
      await store.insert('mailbox', {
        _id: id,
        to,
        subject,
        text,
        html,
        sentAt: clock.now().toISOString(),
      });
    } catch (error) {
      // Sent before: the same mail is not shown twice.
      if (!(error instanceof DuplicateError)) throw error;
    }
  },
  answers: () => Promise.resolve(true),
  close: () => undefined,
});
