/** A mail before it is drawn: one source for its plain text and its HTML. */
import { escaped } from '../../core/markup.ts';
import { fill } from '../../../engine/index.ts';

export type MailBlock =
  | { paragraph: string }
  /** Something to be copied, such as a code. */
  | { code: string }
  /** A path of the service; the person must sign in to see anything there. */
  | { link: string; path: string };

export interface MailContent {
  subject: string;
  blocks: MailBlock[];
  /** BCP 47; English when absent. */
  language?: string;
  /** What stands at the end in another language than English; `{contact}` in `help` is whom to ask. */
  foot?: { help: string; machine: string };
}

/** What every mail shows about who sends it. */
export interface MailSender {
  council: string;
  serviceName: string;
  publicUrl: string;
  contactTeam: string;
  contactEmail: string;
  contactPhone: string;
}

const address = (sender: MailSender, path: string): string => `${sender.publicUrl}${path}`;

const english = { help: 'Need help? {contact}', machine: 'This email was sent automatically. Replies are not read.' };

const signature = (sender: MailSender, { foot = english }: MailContent): string[] => [
  `${sender.serviceName}, ${sender.council}`,
  fill(foot.help, { contact: `${sender.contactTeam}, ${sender.contactEmail}, ${sender.contactPhone}` }),
  foot.machine,
];

/** The plain text, lines ended by \n. */
export const drawText = (content: MailContent, sender: MailSender): string => {
  const lines = content.blocks.map((block) => {
    if ('paragraph' in block) return block.paragraph;
    if ('code' in block) return `    ${block.code}`;
    return `${block.link}:\n${address(sender, block.path)}`;
  });
  return `${[...lines, `--\n${signature(sender, content).join('\n')}`].join('\n\n')}\n`;
};

/** The same as a small HTML page without pictures or anything from elsewhere. */
export const drawHtml = (content: MailContent, sender: MailSender): string => {
  const { subject, blocks, language = 'en' } = content;
  const body = blocks.map((block) => {
    if ('paragraph' in block) return `<p>${escaped(block.paragraph)}</p>`;
    if ('code' in block)
      return `<p style="font-size:28px;letter-spacing:4px;font-weight:bold">${escaped(block.code)}</p>`;
    return `<p><a href="${escaped(address(sender, block.path))}">${escaped(block.link)}</a></p>`;
  });
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">`,
    `<title>${escaped(subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1d2433;max-width:36em;margin:24px auto;padding:0 16px">',
    `<p><strong>${escaped(sender.council)}</strong></p>`,
    ...body,
    `<hr><p style="color:#525b6b;font-size:14px">${signature(sender, content).map(escaped).join('<br>')}</p>`,
    '</body></html>',
  ].join('\n');
};
