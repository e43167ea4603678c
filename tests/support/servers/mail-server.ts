/** A real SMTP server on a free port that keeps what it gets; it can be told to refuse. */
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** Answers every mail with a temporary failure until told otherwise. */
  refuse: (refusing: boolean) => void;
  stop: () => Promise<void>;
}

export const startMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        (mail) => {
          if (refusing) {
            done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
            return;
          }
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
            from: mail.from?.text ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html === false || mail.html === undefined ? '' : mail.html,
            messageId: mail.messageId ?? '',
          });
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address() as AddressInfo;
      resolve(address.port);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (value) => {
      refusing = value;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
