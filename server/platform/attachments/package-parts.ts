/** What the parts of an office document are: their content types, and the main part (ECMA-376 part 2, 9 and 10). */

const references: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

const plain = (value: string): string =>
  value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return decimal === undefined ? (references.get(name ?? '') ?? whole) : character(Number(decimal));
    },
  );

/** XML as text, in the two encodings that these documents may have; without its comments. */
export const xmlText = (bytes: Buffer): string => {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? bytes.toString('utf16le')
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
            .swap16()
            .toString('utf16le')
        : bytes.toString('utf8');
  return text.replace(/<!--[^]*?-->/g, '');
};

/** The attributes of all elements of one name, whatever their prefix. */
const elements = (xml: string, name: string): Map<string, string>[] =>
  [...xml.matchAll(/<(?:[\w.-]+:)?(\w+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g)]
    .filter(([, found]) => found === name)
    .map(
      ([, , attributes = '']) =>
        new Map(
          [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
            ([, key = '', double, single]): [string, string] => [key, plain(double ?? single ?? '')],
          ),
        ),
    );

const partName = (name: string): string => `/${name.replace(/^\/+/, '')}`.toLowerCase();

/** The content type of any part, in small letters, by what `[Content_Types].xml` says. */
export const contentTypes = (xml: string): { of: (name: string) => string | undefined; all: string[] } => {
  const read = (element: string, key: string): Map<string, string> =>
    new Map(
      elements(xml, element).map((attributes) => [
        (attributes.get(key) ?? '').toLowerCase(),
        (attributes.get('ContentType') ?? '').trim().toLowerCase(),
      ]),
    );
  const overrides = read('Override', 'PartName');
  const defaults = read('Default', 'Extension');
  return {
    of: (name) => overrides.get(partName(name)) ?? defaults.get(/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''),
    all: [...overrides.values(), ...defaults.values()],
  };
};

const mainRelations: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',
  'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument',
]);

/** The name of the part that the package is about, by its relationships; without a slash before it. */
export const mainPart = (relationships: string): string | undefined =>
  elements(relationships, 'Relationship')
    .find((attributes) => mainRelations.has(attributes.get('Type') ?? ''))
    ?.get('Target')
    ?.replace(/^(?:\.?\/)+/, '');
