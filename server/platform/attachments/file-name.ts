const longest = 200;

/** The extension in small letters without its dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** A file's name without folders and without characters that cannot be seen; what people wrote stays otherwise. */
export const cleanName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  // Cc: control characters, Cf: those that turn the direction of writing, which can make an ending look like another; Cs: halves.
  const name = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) => (sign === '\u200d' ? sign : '')).trim();
  if (name.length <= longest) return name;
  const extension = extensionOf(name);
  const rest = longest - extension.length - 1;
  return rest > 0 ? `${name.slice(0, rest).replace(/[\uD800-\uDBFF]$/, '')}.${extension}` : name.slice(0, longest);
};
