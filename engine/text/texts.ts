import type { Texts } from '../definition/model/definition.ts';

/** Replaces each `{name}` by its value; a name without a value stays as it is, so that its author sees it. */
export const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{([A-Za-z][A-Za-z0-9_]*)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

/** Looks a text up in one language, then among the engine's own words in it, then in English. */
export const lookUp =
  (texts: Readonly<Record<string, Texts>>, language: string, own: Texts = {}) =>
  (key: string, values?: Record<string, string | number>): string | undefined => {
    const found = [texts[language], own, texts['en']].find((each) => each !== undefined && Object.hasOwn(each, key))?.[
      key
    ];
    return found === undefined ? undefined : fill(found, values);
  };

/** The first text that stands under one of the bases with this suffix. */
export const firstText = (
  text: (key: string) => string | undefined,
  bases: readonly string[],
  suffix: string,
): string | undefined => {
  for (const base of bases) {
    const found = text(`${base}.${suffix}`);
    if (found !== undefined) return found;
  }
  return undefined;
};
