/** Names of the links that the council has set, when its settings lie beside the forms; forms may point at these. */
import { existsSync, readFileSync } from 'node:fs';
import { isObject } from '../../engine/json.ts';

const path = 'council/settings.json';

export const linkSettings = (): string[] | undefined => {
  if (!existsSync(path)) return undefined;
  const settings: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const links = isObject(settings) ? settings['links'] : undefined;
  return isObject(links) ? Object.keys(links) : undefined;
};
