import { segments } from '../../../../text/links.ts';
import { didYouMean } from '../../../model/nearest.ts';
import type { Rule } from '../rule.ts';
import { inEveryText } from './every-text.ts';

export const linkSetting: Rule = {
  id: 'link-setting',
  severity: 'error',
  about:
    'A link in a text, [words](setting:name), names a link that the council has set; otherwise people would press on nothing.',
  hint: 'Use a name from “links” in council/settings.json, or add it there.',
  wrong: '"See the [Local Offer](setting:localoffer)."',
  right: '"See the [Local Offer](setting:localOffer)."',
  check: ({ texts, manifest, linkSettings }) => {
    if (linkSettings === undefined) return [];
    const unknown = (name: string): string | undefined =>
      linkSettings.includes(name) ? undefined : `The council has no link “${name}”.${didYouMean(name, linkSettings)}`;
    const inTexts = inEveryText(texts, (text) =>
      segments(text).flatMap((segment) => (segment.kind === 'setting' ? (unknown(segment.setting) ?? []) : [])),
    );
    const inManifest = (manifest?.start?.links ?? []).flatMap(({ setting }, index) => {
      const message = unknown(setting);
      return message === undefined ? [] : [{ file: 'form.json', pointer: `/start/links/${index}/setting`, message }];
    });
    return [...inManifest, ...inTexts];
  },
};
