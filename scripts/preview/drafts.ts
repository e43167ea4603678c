/** Drafts in which the form is tried: blank, filled with an example, or with what was typed into the one before. */
import { isObject, valueAt, type JsonObject } from '../../engine/json.ts';
import { hiddenBecause, type ConditionSeen, type HiddenBecause } from '../../engine/author.ts';
import {
  facts,
  printDocument,
  validate,
  visibility,
  type AnswerContext,
  type CompiledForm,
} from '../../engine/index.ts';
import { today } from '../../server/core/clock.ts';
import { daysFrom, moveDates } from '../../server/demonstration/move-dates.ts';
import { withUploads } from '../../server/demonstration/forms.ts';
import { problem } from '../../server/core/errors.ts';
import { renderPdf } from '../../server/platform/pdf/index.ts';
import type { AccountRecord } from '../../server/modules/accounts/index.ts';
import type { FormVersion } from '../../server/modules/catalogue/index.ts';
import { beginDraft } from '../../server/modules/drafts/index.ts';
import type { Services } from '../../server/composition/services.ts';
import type { Bench } from './bench.ts';
import type { Answers, Opened, Why } from './shapes.ts';

export interface PreviewDrafts {
  open: (from: { example?: string; draft?: string }) => Promise<Opened>;
  answers: (draft: string) => Promise<Answers>;
  why: (draft: string) => Promise<Why>;
  pdf: (draft: string) => Promise<Buffer>;
}

interface StartValues {
  carried: JsonObject;
  values: JsonObject;
}

const linesOf = (condition: ConditionSeen, depth = 0): Why['hidden'][number]['because'] => {
  if (condition.kind === 'one') {
    const { about, scope, wanted, now, holds } = condition;
    return [{ depth, words: `“${about}” (${scope}) ${wanted}. Now: ${now}`, holds }];
  }
  const words = condition.kind === 'all' ? 'All of these hold:' : 'One of these holds:';
  return [{ depth, words, holds: condition.holds }, ...condition.parts.flatMap((part) => linesOf(part, depth + 1))];
};

const hiddenOf = (form: CompiledForm, { kind, page, pointer, label, effect, questions, condition }: HiddenBecause) => ({
  kind,
  page: form.pages.find(({ id }) => id === page)?.label ?? page,
  label,
  place: pointer ?? `page ${page}`,
  effect,
  questions,
  because: linesOf(condition),
});

export const createPreviewDrafts = (services: Services, bench: Bench, owner: AccountRecord): PreviewDrafts => {
  const { clock, config, drafts, store } = services;
  const day = (): string => today(clock, config.timeZone);

  const fromExample = (name: string): StartValues => {
    const example = bench.example(name);
    const moved = moveDates(example.answers, daysFrom(example.today, day()));
    return { carried: isObject(moved) ? moved : {}, values: example.context };
  };
  const fromDraft = async (id: string): Promise<StartValues> => {
    const { answers, context } = await drafts.open(owner._id, id);
    return { carried: answers, values: context };
  };

  /** Documents that an example names, or that lie with the draft before, are drawn again for this one. */
  const addDocuments = async (id: string, formVersion: FormVersion): Promise<void> => {
    const { answers, revision } = await drafts.open(owner._id, id);
    const at = formVersion.definition.manifest.attachments?.at;
    if (at === undefined || valueAt(answers, at) === undefined) return;
    const set = await withUploads(services, owner._id, id, formVersion, answers);
    await drafts.save(owner._id, id, { revision, set });
  };

  const seen = async (id: string): Promise<{ form: CompiledForm; answers: JsonObject; context: AnswerContext }> => {
    const draft = await drafts.open(owner._id, id);
    const form = await bench.compiled(await drafts.formVersionOf(draft));
    return { form, answers: draft.answers, context: { today: day(), values: draft.context } };
  };

  return {
    open: async ({ example, draft }) => {
      const formVersion = bench.formVersion();
      if (formVersion === undefined)
        throw problem('gone', { detail: bench.state().broken ?? 'No version can be read yet.' });
      const blank: StartValues = { carried: {}, values: {} };
      const { carried, values } =
        draft !== undefined ? await fromDraft(draft) : example !== undefined ? fromExample(example) : blank;
      const { _id: id } = await beginDraft(
        { store, clock, timeZone: config.timeZone, registers: services.registers },
        { owner, formVersion, language: bench.language(), carried, values },
      );
      await addDocuments(id, formVersion);
      return { draft: id, shown: formVersion.definition.hash, address: `/forms/${id}` };
    },
    answers: async (id) => {
      const { form, answers, context } = await seen(id);
      const problems = validate(form, answers, 'all', context).map(({ level, page, pointer, keyword, message }) => ({
        level,
        page: form.pages.find((each) => each.id === page)?.label ?? page,
        pointer,
        keyword,
        message,
      }));
      return { answers, facts: facts(form, answers, context), problems };
    },
    why: async (id) => {
      const { form, answers, context } = await seen(id);
      const { shows } = visibility(form, answers, context);
      return {
        hidden: hiddenBecause(form, answers, context).map((each) => hiddenOf(form, each)),
        pages: form.pages.filter(({ element }) => shows(element)).map(({ label }) => label),
      };
    },
    pdf: async (id) => {
      const { form, answers, context } = await seen(id);
      const { timeZone } = config;
      return renderPdf(printDocument(form, answers, context, { status: 'draft', copy: 'own', timeZone }));
    },
  };
};
