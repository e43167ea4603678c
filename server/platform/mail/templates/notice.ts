/**
 * Words that come with the effect, for events of forms. Values: `subject`, `paragraphs` (texts), and `link` with `path` where
 * there is something to see after signing in; in another language than English `language`, and `foot` with its words.
 */
import { isObject } from '../../../../engine/json.ts';
import type { MailBlock } from '../message.ts';
import type { MailTemplate } from './template.ts';

export const notice: MailTemplate = ({ subject, paragraphs, link, path, language, foot }) => {
  const texts = Array.isArray(paragraphs) ? paragraphs : [];
  const blocks: MailBlock[] = texts.map((text) => ({ paragraph: String(text) }));
  if (typeof link === 'string' && typeof path === 'string') blocks.push({ link, path });
  return {
    subject: String(subject),
    blocks,
    ...(typeof language === 'string' ? { language } : {}),
    ...(isObject(foot) ? { foot: { help: String(foot['help']), machine: String(foot['machine']) } } : {}),
  };
};
