/** What came of the mails of submissions: each has one to the person and one to the team. */
import type { MailServer, ReceivedMail } from '../support/servers/mail-server.ts';

const each = 2;

const messageIds = (mails: readonly ReceivedMail[]): Set<string> => new Set(mails.map(({ messageId }) => messageId));

export interface SubmissionMails {
  /** Different mails, by their Message-IDs. */
  sent: number;
  /** References that miss one. */
  missing: string[];
  /** References that have one too many under another Message-ID. */
  doubled: string[];
}

export const submissionMails = ({ received }: MailServer, references: readonly string[]): SubmissionMails => {
  const byReference = references.map((reference) => ({
    reference,
    count: messageIds(received.filter(({ subject }) => subject.includes(reference))).size,
  }));
  const named = (wanted: (count: number) => boolean): string[] =>
    byReference.filter(({ count }) => wanted(count)).map(({ reference }) => reference);
  return {
    sent: messageIds(received).size,
    missing: named((count) => count < each),
    doubled: named((count) => count > each),
  };
};

/** How many came again under a Message-ID that had come before. */
export const repeated = ({ received }: MailServer): number => received.length - messageIds(received).size;
