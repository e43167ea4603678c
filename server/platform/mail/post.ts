/** Carries out a mail effect: finds the address, draws the template, hands it to the transport. */
import type { Config } from '../../core/config.ts';
import type { MailEffect } from '../effects/effect.ts';
import type { Accounts } from '../../modules/accounts/accounts.ts';
import { drawHtml, drawText } from './message.ts';
import { templates } from './templates/index.ts';
import type { Transport } from './transport.ts';

/** Resolves when the mail was taken, or when nobody is left to get it. */
export const createPost = (config: Config, accounts: Accounts, transport: Transport) => {
  const addressOf = async (to: MailEffect['to']): Promise<string | undefined> => {
    if ('address' in to) return to.address;
    if ('team' in to) return config.teams[to.team] ?? config.contactEmail;
    return (await accounts.get(to.account))?.email;
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
