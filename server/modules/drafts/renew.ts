/**
 * A draft goes on in the newest version of its form. Every answer is carried by way of each version between, or kept as unplaced; nothing is
 * dropped. Words that were still on their way from a page of an older version are carried too.
 */
import {
  isObject,
  sameJson,
  toPointer,
  valueAt,
  type JsonObject,
  type JsonValue,
  type Pointer,
} from '../../../engine/json.ts';
import { carriedTo, carry, diff } from '../../../engine/index.ts';
import type { CompiledForm, Unplaced } from '../../../engine/index.ts';
import { type Catalogue, type FormVersion, type FormRef, compareVersions } from '../catalogue/index.ts';
import type { DraftDocument, UnplacedAnswer } from './documents.ts';
import { withLocked, type LockedAnswer } from './prefill.ts';

/** What somebody wrote on a page of the version `form`. */
export interface LateWords {
  form: string;
  set: JsonObject;
  unset: readonly string[];
  /** What they were written over, as that page had it. */
  base: JsonObject;
}

/** What of a draft a renewal changes. */
export type Renewed = Pick<
  DraftDocument,
  'form' | 'answers' | 'pages' | 'lastPage' | 'locked' | 'prefilled' | 'offered'
> &
  Required<Pick<DraftDocument, 'renewed' | 'unplaced'>>;

/** The newest version, when it is another one than the draft's and not an older one. */
export const newerThan = async (catalogue: Catalogue, form: FormRef): Promise<FormVersion | undefined> => {
  const newest = await catalogue.newest(form.id);
  if (newest === undefined || newest.ref.hash === form.hash) return undefined;
  return compareVersions(newest.ref.version, form.version) >= 0 ? newest : undefined;
};

/** From one version to another by way of all that were published between, so that each one's steps are taken. */
const way = async (catalogue: Catalogue, from: FormVersion, to: FormVersion): Promise<CompiledForm[]> => {
  const { id, version } = from.ref;
  const between = catalogue
    .state()
    .served.filter((each) => each.form === id && each.published)
    .filter((each) => compareVersions(each.version, version) > 0 && compareVersions(each.version, to.ref.version) < 0)
    .sort((one, other) => compareVersions(one.version, other.version));
  const formVersions = await Promise.all(between.map(({ hash }) => catalogue.formVersion(hash)));
  return [from, ...formVersions.filter((each) => each !== undefined), to].map((each) => each.compiled());
};

interface CarriedAlong {
  before: JsonObject;
  answers: JsonObject;
  unplaced: Unplaced[];
  /** Where what lay at a place lies now. */
  placesOf: (pointer: Pointer) => Pointer[];
}

const carryAlong = (forms: readonly CompiledForm[], answers: JsonObject): CarriedAlong => {
  let carried = answers;
  const ways: ((pointer: Pointer) => Pointer[])[] = [];
  const unplaced: Unplaced[] = [];
  for (const [index, form] of forms.slice(1).entries()) {
    const before = forms[index];
    if (before === undefined) continue;
    const step = carry(before, form, carried);
    ways.push(carriedTo(before, form, carried, step.answers));
    carried = step.answers;
    for (const each of step.unplaced) unplaced.push(each);
  }
  // Whatever page an answer belonged to on the way, it is shown beside one that there is.
  const last = forms.at(-1);
  const known = new Set(last?.pages.map(({ id }) => id));
  const first = last?.pages[0]?.id ?? '';
  return {
    before: answers,
    answers: carried,
    unplaced: unplaced.map((each) => (known.has(each.page) ? each : { ...each, page: first })),
    placesOf: (pointer) => ways.reduce<Pointer[]>((places, way) => places.flatMap(way), [pointer]),
  };
};

/** Late words over what stands, group by group; what somebody wrote elsewhere in the meantime is replaced, but not lost. */
const over = (
  held: JsonObject,
  late: JsonObject,
  base: JsonObject,
  to: CompiledForm,
): { answers: JsonObject; replaced: UnplacedAnswer[] } => {
  const replaced: UnplacedAnswer[] = [];
  const put = (
    there: JsonValue | undefined,
    value: JsonValue,
    was: JsonValue | undefined,
    pointer: Pointer,
  ): JsonValue => {
    if (isObject(there) && isObject(value)) {
      const before = isObject(was) ? was : {};
      const members = Object.entries(value).map(
        ([name, member]) => [name, put(there[name], member, before[name], pointer + toPointer([name]))] as const,
      );
      return { ...there, ...Object.fromEntries(members) };
    }
    if (there !== undefined && !sameJson(there, value) && !sameJson(there, was)) {
      const question = to.questionAt(pointer);
      replaced.push({
        pointer,
        label: question?.label ?? pointer,
        value: there,
        lines: [typeof there === 'object' ? JSON.stringify(there) : String(there)],
        page: question?.pageId ?? '',
      });
    }
    return value;
  };
  const changed = Object.entries(late).map(
    ([key, value]) => [key, put(held[key], value, base[key], toPointer([key]))] as const,
  );
  return { answers: { ...held, ...Object.fromEntries(changed) }, replaced };
};

const numbered = (
  held: Record<string, UnplacedAnswer>,
  added: readonly UnplacedAnswer[],
): Record<string, UnplacedAnswer> => {
  const next = Object.keys(held).reduce((most, key) => Math.max(most, Number(key.slice(1))), -1) + 1;
  return { ...held, ...Object.fromEntries(added.map((each, index) => [`u${next + index}`, each])) };
};

/** Each place where what lay at `pointer` lies in answers now, with what lies there. A place for which the version has no question is none. */
const nowAt = (form: CompiledForm, { answers, placesOf }: CarriedAlong, pointer: Pointer): LockedAnswer[] =>
  placesOf(pointer).flatMap((to) => {
    const value = valueAt(answers, to);
    return value === undefined || form.questionAt(to) === undefined ? [] : [{ to, value }];
  });

/** What is locked, what was filled in and what was offered, at the places where it is now. */
const marksIn = (form: CompiledForm, carried: CarriedAlong, { locked, prefilled, offered }: DraftDocument) => ({
  locked: locked.flatMap(({ to }) => nowAt(form, carried, to)),
  prefilled: Object.fromEntries(
    Object.entries(prefilled).flatMap(([at, from]) => nowAt(form, carried, at).map(({ to }) => [to, from])),
  ),
  ...(offered === undefined
    ? {}
    : {
        offered: Object.fromEntries(
          Object.entries(offered).flatMap(([at, value]) =>
            nowAt(form, carried, at).map((now) => [
              now.to,
              sameJson(valueAt(carried.before, at), value) ? now.value : value,
            ]),
          ),
        ),
      }),
});

/** The draft as the newest version has it; undefined when it is in the newest version already and no late words come. */
export const renewal = async (
  catalogue: Catalogue,
  draft: DraftDocument,
  current: FormVersion,
  late: LateWords | undefined,
  now: string,
): Promise<Renewed | undefined> => {
  const newest = (await newerThan(catalogue, draft.form)) ?? current;
  if (newest.ref.hash === draft.form.hash && late === undefined) return undefined;
  const to = newest.compiled();
  const own = late !== undefined && late.form === draft.form.hash;
  const words = own
    ? { ...Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !late.unset.includes(key))), ...late.set }
    : draft.answers;
  const written = withLocked(words, draft.locked);
  const forms = newest.ref.hash === current.ref.hash ? [to] : await way(catalogue, current, newest);
  const carried = carryAlong(forms, written);
  let { answers } = carried;
  const unplaced: UnplacedAnswer[] = [...carried.unplaced];
  if (late !== undefined && !own) {
    const from = (await catalogue.formVersion(late.form)) ?? current;
    const along = await way(catalogue, from, newest);
    const lateWords = carryAlong(along, late.set);
    const put = over(answers, lateWords.answers, carryAlong(along, late.base).answers, to);
    answers = put.answers;
    for (const each of [...lateWords.unplaced, ...put.replaced]) unplaced.push(each);
  }
  const first = to.pages[0]?.id ?? '';
  const placed = unplaced.map((each) => ({ ...each, page: each.page === '' ? first : each.page }));
  const known = new Set(to.pages.map(({ id }) => id));
  const moved = newest.ref.hash !== draft.form.hash;
  const changes = moved && forms[0] !== undefined ? diff(forms[0], to) : [];
  const touched = new Set([
    ...placed.map(({ page }) => page),
    ...changes
      .filter(({ level }) => level !== 'wording')
      .flatMap(({ pointer }) => (pointer === undefined ? [] : [to.questionAt(pointer)?.pageId ?? ''])),
  ]);
  return {
    form: newest.ref,
    answers,
    ...marksIn(to, carried, draft),
    pages: Object.fromEntries(
      Object.entries(draft.pages)
        .filter(([page]) => known.has(page))
        .map(([page, state]) => [page, touched.has(page) && state === 'done' ? 'visited' : state]),
    ),
    lastPage: known.has(draft.lastPage) ? draft.lastPage : '',
    renewed: moved
      ? {
          from: draft.form.version,
          to: newest.ref.version,
          at: now,
          changes: changes.map(({ words }) => words).slice(0, 200),
        }
      : (draft.renewed ?? { from: draft.form.version, to: draft.form.version, at: now, changes: [] }),
    unplaced: numbered(draft.unplaced ?? {}, placed),
  };
};
