/** Carries out a mail effect: finds the address, draws the template, hands it to the transport. */
import type { Config } from '../../core/config.ts';
import type { MailEffect } from '../effects/effect.ts';
import { drawHtml, drawText } from './message.ts';
import { templates } from './templates/index.ts';
import type { Transport } from './transport.ts';

/** What the post asks of whoever keeps accounts: the address of one, undefined when it is gone. */
export type AddressOfAccount = (id: string) => Promise<string | undefined>;

/** Resolves when the mail was taken, or when nobody is left to get it. */
export const createPost = (config: Config, addressOfAccount: AddressOfAccount, transport: Transport) => {
  const addressOf = async (to: MailEffect['to']): Promise<string | undefined> => {
    if ('address' in to) return to.address;
    if ('team' in to) return config.teams[to.team] ?? config.contactEmail;
    return addressOfAccount(to.account);
  };
  return async (effect: MailEffect): Promise<void> => {
    const template = templates[effect.template];
    if (template === undefined) throw new Error(`There is no mail template “${effect.template}”`);
    const to = await addressOf(effect.to);
    if (to === undefined) return;
    const content = template(effect.values);
    await transport.send({
      id: effect.id,
      from: { name: `${config.council} ${config.serviceName}`, address: config.mailFrom },
      to,
      subject: `${content.subject} – ${config.council}`,
      text: drawText(content, config),
      html: drawHtml(content, config),
    });
  };
};
