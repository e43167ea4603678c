import type { CompiledForm } from '../compile/form.ts';
import type { Check } from '../definition/model/definition.ts';
import { isObject, stableJson } from '../json.ts';
import type { Change } from './change.ts';
import { withMovedPlaces, type Way } from './moved-places.ts';

/** Pages that came, went or were renamed. */
export const pageChanges = (before: CompiledForm, after: CompiledForm): Change[] => {
  const lacking = (one: CompiledForm, other: CompiledForm): string[] =>
    one.pages.filter(({ id }) => !other.pages.some((page) => page.id === id)).map(({ label }) => label);
  const renamed = after.pages.filter(({ id, label }) =>
    before.pages.some((page) => page.id === id && page.label !== label),
  );
  return [
    ...lacking(before, after).map((label): Change => ({ level: 'compatible', words: `Page “${label}” is gone` })),
    ...lacking(after, before).map((label): Change => ({ level: 'compatible', words: `Page “${label}” is new` })),
    ...renamed.map(({ label }): Change => ({ level: 'wording', words: `A page is now called “${label}”` })),
  ];
};

/** Rules across answers; those of the older version as they read after these ways of its answers. */
export const checkChanges = (before: CompiledForm, after: CompiledForm, ways: readonly Way[]): Change[] => {
  const [old, now] = [before.definition.checks, after.definition.checks];
  /** Where a rule comes from changes nothing about it. */
  const ruleOf = ({ source: _source, ...rule }: Check): Check => rule;
  const carried = ({ each, ...check }: Check): unknown => ({
    ...Object(withMovedPlaces(check, ways, each === undefined ? '' : `${each}/*`)),
    ...(each !== undefined && { each: withMovedPlaces(each, ways) }),
  });
  const words = (form: CompiledForm, id: string): string => form.definition.texts['en']?.[`check.${id}`] ?? id;
  const changes = now.checks.flatMap((check): Change[] => {
    const earlier = old.checks.find(({ id }) => id === check.id);
    if (earlier !== undefined && stableJson(carried(ruleOf(earlier))) === stableJson(ruleOf(check))) return [];
    const level = check.level === 'error' ? 'breaking' : 'compatible';
    const what = earlier === undefined ? 'is new' : 'applies in other cases';
    return [
      {
        level,
        pointer: (check.each ?? '') + check.at,
        words: `The ${check.level} “${words(after, check.id)}” ${what}`,
      },
    ];
  });
  const gone = old.checks.filter(({ id }) => !now.checks.some((check) => check.id === id));
  return [
    ...changes,
    ...gone.map(({ id, level }): Change => ({
      level: 'compatible',
      words: `The ${level} “${words(before, id)}” is gone`,
    })),
    ...(stableJson(withMovedPlaces(old.facts, ways)) === stableJson(now.facts)
      ? []
      : [{ level: 'compatible' as const, words: 'What is worked out from the answers changed' }]),
  ];
};

/** What documents may be added. */
export const attachmentChanges = (before: CompiledForm, after: CompiledForm): Change[] => {
  const [old, now] = [before.definition.manifest.attachments, after.definition.manifest.attachments];
  if (old === undefined || now === undefined) return [];
  const gone = old.extensions.filter((extension) => !now.extensions.includes(extension));
  const less = now.maxBytes < old.maxBytes || now.maxFiles < old.maxFiles;
  return [
    ...(gone.length > 0
      ? [{ level: 'breaking' as const, pointer: now.at, words: `Documents may no longer be ${gone.join(', ')}` }]
      : []),
    ...(less
      ? [{ level: 'breaking' as const, pointer: now.at, words: 'Fewer or smaller documents may be added' }]
      : []),
  ];
};

/** What else a form's manifest says, by the names of its members: who may fill it in, how long it is kept, where it goes. */
export const settingChanges = (before: CompiledForm, after: CompiledForm, ways: readonly Way[]): Change[] => {
  const known = ['$schema', 'id', 'version', 'attachments'];
  const [old, now] = [withMovedPlaces(before.definition.manifest, ways), after.definition.manifest].map(
    (manifest) =>
      new Map(
        Object.entries(isObject(manifest) ? manifest : {}).flatMap(([key, value]) =>
          known.includes(key) ? [] : [[key, stableJson(value)]],
        ),
      ),
  );
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  const changed = names.filter((name) => old?.get(name) !== now?.get(name));
  return changed.length === 0
    ? []
    : [{ level: 'wording', words: `Settings of the form changed: ${changed.join(', ')}` }];
};
