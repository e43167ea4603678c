/** Where places of an older version stand in a newer one, by the moves of its migration. */
import { scopeTarget } from '../compile/scope.ts';
import { fromPointer, isObject, type Pointer } from '../json.ts';

/** An answer's way from one version to the other. */
export interface Way {
  from: Pointer;
  to: Pointer;
}

/** Where a pointer stands when the longest of these ways that it lies at or in was gone. */
export const moved = (pointer: Pointer, ways: readonly Way[]): Pointer => {
  const way = ways
    .filter(({ from }) => pointer === from || pointer.startsWith(`${from}/`))
    .sort((one, other) => other.from.length - one.from.length)[0];
  return way === undefined ? pointer : way.to + pointer.slice(way.from.length);
};

/** A place that is told from a group or row at `base`, as it is told from where that went. */
const movedWithin = (pointer: Pointer, base: Pointer, ways: readonly Way[]): Pointer => {
  const [place, home] = [moved(base + pointer, ways), moved(base, ways)];
  return place.startsWith(home) ? place.slice(home.length) : place;
};

const movedText = (text: string, base: Pointer, ways: readonly Way[]): string => {
  if (text.startsWith('/')) return movedWithin(text, base, ways);
  if (!text.startsWith('#/properties/')) return text;
  const target = scopeTarget(text);
  if (target.kind === 'fact') return text;
  const names = fromPointer(movedWithin(target.pointer, base, ways));
  return `#${names.map((name) => `/properties/${name}`).join('')}`;
};

/** Part of a form's files as it reads when all pointers and scopes in it went along with their answers; those in a group or row are told from its place. */
export const withMovedPlaces = (value: unknown, ways: readonly Way[], base: Pointer = ''): unknown => {
  if (ways.length === 0) return value;
  if (typeof value === 'string') return movedText(value, base, ways);
  if (Array.isArray(value)) return value.map((entry) => withMovedPlaces(entry, ways, base));
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withMovedPlaces(entry, ways, base)]))
    : value;
};
