/** A renewal by somebody who may not see everything: what they wrote late does not touch the rest, and what has no place is not shown to them. */
import { confidentialQuestions } from '../../../engine/index.ts';
import type { CompiledForm, ConfidentialNames, Party } from '../../../engine/index.ts';
import { sameJson, withoutRows, type JsonObject, type Pointer } from '../../../engine/json.ts';
import type { Clock } from '../../core/clock.ts';
import type { Catalogue, FormVersion } from '../catalogue/index.ts';
import type { AnswerWriters, DraftDocument, UnplacedAnswer } from './documents.ts';
import type { DraftGuard } from './guard.ts';
import { isWithheld } from './viewers.ts';
import { merged } from './prefill.ts';
import { renewal, type LateWords, type Renewed } from './renew.ts';

interface Parts {
  catalogue: Catalogue;
  guard: DraftGuard;
  clock: Clock;
}

/** Those who see only what a form shows them. */
const whoFillsIn: Party[] = ['parent', 'young-person', 'professional', 'manager'];

/** From whom an answer without a place is kept: from whom one of these versions keeps the question at it, in it or around it. */
const keptAt = (forms: readonly CompiledForm[], names: ConfidentialNames, pointer: Pointer): Party[] => {
  const place = withoutRows(pointer);
  const near = (question: Pointer): boolean =>
    question === place || question.startsWith(`${place}/`) || place.startsWith(`${question}/`);
  const all = forms.flatMap((form) => confidentialQuestions(form, names));
  return [...new Set(all.filter((each) => near(each.pointer)).flatMap(({ from }) => from))];
};

const changed = (before: JsonObject, after: JsonObject) => ({
  set: Object.fromEntries(Object.entries(after).filter(([key, value]) => !sameJson(before[key], value))),
  unset: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
});

/** Whoever wrote an answer wrote it in the next version too; where it is new there, nobody is known. */
const writersIn = (answers: JsonObject, writers: AnswerWriters | undefined): AnswerWriters | undefined =>
  writers && Object.fromEntries(Object.keys(answers).map((key) => [key, writers[key] ?? ['unknown']]));

/** As `renewal`, for `accountId`. */
export const guardedRenewal = async (
  { catalogue, guard, clock }: Parts,
  draft: DraftDocument,
  current: FormVersion,
  accountId: string,
  late: LateWords | undefined,
): Promise<(Renewed & Pick<DraftDocument, 'writers'>) | undefined> => {
  const now = clock.now().toISOString();
  const seen = await guard.see(draft, accountId);
  const own = late !== undefined && late.form === draft.form.hash;
  const change = own ? await guard.after(draft, accountId, late) : undefined;
  const words = change === undefined || late === undefined ? late : { ...late, set: change.set, unset: change.unset };
  const next = await renewal(catalogue, draft, current, words, now);
  if (next === undefined) return undefined;

  const to = await catalogue.formVersion(next.form.hash);
  let { answers } = next;
  let writers = change?.writers ?? draft.writers;
  if (late !== undefined && !own) {
    const stored = { ...draft, ...(await renewal(catalogue, draft, current, undefined, now)), form: next.form };
    const after = await guard.after(stored, accountId, changed(stored.answers, answers));
    answers = merged(stored.answers, after);
    writers = after.writers ?? writers;
  }
  const from = late === undefined ? undefined : await catalogue.formVersion(late.form);
  const forms = [current, ...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to])];
  const { names } = await guard.look(draft, accountId);
  const compiled = forms.map((formVersion) => formVersion.compiled());
  const kept = (each: UnplacedAnswer): UnplacedAnswer => {
    const keptFrom = [
      ...new Set([
        ...(each.keptFrom ?? []),
        ...keptAt(compiled, names, each.pointer),
        ...(isWithheld(seen, each.pointer) ? whoFillsIn : []),
      ]),
    ];
    return keptFrom.length === 0 ? each : { ...each, keptFrom };
  };
  const before = draft.unplaced ?? {};
  const carried = writersIn(answers, writers);
  return {
    ...next,
    answers,
    unplaced: Object.fromEntries(
      Object.entries(next.unplaced).map(([key, each]) => [key, Object.hasOwn(before, key) ? each : kept(each)]),
    ),
    ...(carried === undefined ? {} : { writers: carried }),
  };
};
