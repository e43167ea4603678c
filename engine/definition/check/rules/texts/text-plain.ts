import { segments } from '../../../../text/links.ts';
import type { Rule } from '../rule.ts';
import { inEveryText } from './every-text.ts';

const fault = (text: string): string | undefined => {
  const words = segments(text)
    .filter(({ kind }) => kind === 'words')
    .map((segment) => segment.words)
    .join('');
  const tag = /<\/?[a-z][^<>]*>/i.exec(words)?.[0];
  if (tag !== undefined) return `People would read “${tag}”: texts are no HTML.`;
  const [link, address = ''] = /\[[^\][]*\]\(((?:[^()\s]|\([^()\s]*\))*)\)?/.exec(words) ?? [];
  if (link === undefined) return undefined;
  const why = /^https:\/\/.*[()]/.test(address)
    ? 'an address in a link has no brackets; write %28 for ( and %29 for )'
    : 'a link leads to setting:<name> or to https://…';
  return `People would read “${link}”: ${why}.`;
};

export const textPlain: Rule = {
  id: 'text-plain',
  severity: 'error',
  about:
    'Texts are plain words with links of the form `[words](setting:name)` or `[words](https://…)`; nothing else is understood in them.',
  hint: 'Write it in plain words, or correct the link.',
  wrong: '"Read <b>all</b> of it." or "[Read more](www.example.org)"',
  right: '"Read all of it." or "[Read more](setting:readMore)"',
  check: ({ texts }) => inEveryText(texts, fault),
};
