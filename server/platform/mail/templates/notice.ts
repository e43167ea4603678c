/**
 * Words that come with the effect, for events of forms. Values: `subject`, `paragraphs` (texts), and `link` with `path` where
 * there is something to see after signing in; in another language than English `language`, and `foot` with its words.
 */
import { isObject, textOf } from '../../../../engine/json.ts';
import type { MailBlock } from '../message.ts';
import type { MailTemplate } from './template.ts';

export const notice: MailTemplate = ({ subject, paragraphs, link, path, language, foot }) => {
  const texts = Array.isArray(paragraphs) ? paragraphs : [];
  const blocks: MailBlock[] = texts.map((text) => ({ paragraph: textOf(text) }));
  if (typeof link === 'string' && typeof path === 'string') blocks.push({ link, path });
  return {
    subject: textOf(subject),
    blocks,
    ...(typeof language === 'string' ? { language } : {}),
    ...(isObject(foot) ? { foot: { help: textOf(foot['help']), machine: textOf(foot['machine']) } } : {}),
  };
};
