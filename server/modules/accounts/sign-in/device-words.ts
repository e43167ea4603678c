/** What kind of device somebody signed in on, by what its browser says of itself: enough to know one's own, too little to tell it from others. */
import type { SessionDevice } from '../../../../wire/account.ts';

type Signs = readonly (readonly [RegExp, string])[];

/** The first that fits: most browsers name those before them too. */
const browsers: Signs = [
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(OPR|OPX|OPT|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];

const systems: Signs = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'Mac'],
  [/\b(Linux|X11)\b/, 'Linux'],
];

const named = (signs: Signs, agent: string): string | undefined => signs.find(([sign]) => sign.test(agent))?.[1];

/** Nothing of the text itself is kept: only names that stand here. */
export const deviceOf = (agent = ''): SessionDevice => {
  const text = agent.slice(0, 500);
  const [browser, system] = [named(browsers, text), named(systems, text)];
  return { ...(browser === undefined ? {} : { browser }), ...(system === undefined ? {} : { system }) };
};
