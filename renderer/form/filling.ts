/**
 * One draft being filled in: answers, what they show and hide, what is wrong and which of that may be said yet.
 * A store outside React, so that a change reaches only the questions that it concerns.
 */
import {
  farOver,
  validate,
  visibility,
  type AnswerContext,
  type CompiledForm,
  type Problem,
  type Visibility,
} from '../../engine/index.ts';
import { isObject, withValueAt, type JsonObject, type JsonValue, type Pointer } from '../../engine/json.ts';
import type { PageState } from '../../wire/form.ts';
import { createPageFilter, type VisibleElement, type PageFilter } from './page/page-filter.ts';
import { layoutOf, type FormLayout } from './page/form-layout.ts';

export interface FillingState {
  answers: JsonObject;
  pageId: string;
  pages: Record<string, PageState>;
  /** Answers that were filled in for the person and that nobody has changed since, and from what. */
  sources: Record<Pointer, string>;
  shown: Visibility;
  /** The open page without what is hidden. */
  element: VisibleElement;
  /** Everything wrong on the open page. */
  problems: Problem[];
  /** What of it is said now, by place: never anything about a question that nobody has touched. */
  shownProblems: ReadonlyMap<Pointer, Problem>;
  /** The question that was left last, until something else is answered: what is said about it is news. */
  left?: Pointer;
}

/** An answer as something fills it in; `source` says from what, in plain words, where it is not the person's own. */
export interface Filled {
  /** `undefined` takes the answer away. */
  value: JsonValue | undefined;
  source?: string | undefined;
}

export interface Filling {
  form: CompiledForm;
  context: AnswerContext;
  layout: FormLayout;
  /** For the rows of tables and the parts of groups. */
  filter: PageFilter;
  state: () => FillingState;
  subscribe: (listener: () => void) => () => void;
  /** `undefined` takes the answer away. */
  answer: (pointer: Pointer, value: JsonValue | undefined) => void;
  /** Several answers at once, from a register or from a known person. */
  fill: (places: Readonly<Record<Pointer, Filled>>) => void;
  /** The person leaves a question in which something was typed or chosen: from now on it may be judged. */
  leave: (pointer: Pointer) => void;
  /** Rows moved: what was said about them is said no longer. */
  forget: (pointer: Pointer) => void;
  /** Next was pressed on the open page. True: go on. False: problems are now said. Warnings stop one once. */
  tryNext: () => boolean;
  /** All that is wrong, on every page, said at the questions from now on; the pages' states follow. */
  validateAll: () => Problem[];
  open: (pageId: string) => void;
  /** Answers from elsewhere: another tab, or words held on this device. */
  replace: (answers: JsonObject) => void;
  /** Text boxes keep the last words to themselves for a moment; this makes them hand over. */
  onFlush: (commit: () => void) => () => void;
  commitTyped: () => void;
}

interface Start {
  form: CompiledForm;
  context: AnswerContext;
  answers: JsonObject;
  pages: Record<string, PageState>;
  pageId: string;
  sources: Record<Pointer, string>;
}

const keyOf = (problem: Problem): string => `${problem.pointer} ${problem.keyword}`;

export const startFilling = ({ form, context, answers, pages, pageId, sources }: Start): Filling => {
  const layout = layoutOf(form);
  const filter = createPageFilter((element) => layout.questions.get(element)?.kind);
  const listeners = new Set<() => void>();
  const commits = new Set<() => void>();
  const left = new Set<Pointer>();
  const tried = new Set<string>();
  const warned = new Set<string>();

  const derive = (
    state: Omit<FillingState, 'shown' | 'element' | 'problems' | 'shownProblems' | 'left'>,
    before?: FillingState,
  ): FillingState => {
    const shown = visibility(form, state.answers, context);
    const page = form.pages.find(({ id }) => id === state.pageId) ?? form.pages[0];
    if (!page) throw new Error('A form without pages cannot be filled in.');
    const problems = validate(form, state.answers, { page: page.id }, context);
    return {
      ...state,
      pageId: page.id,
      shown,
      element: filter(page.element, shown),
      problems,
      shownProblems: problemsToShow(problems, page.id, before?.shownProblems, farOver(form, state.answers)),
    };
  };

  const problemsToShow = (
    problems: Problem[],
    page: string,
    before: ReadonlyMap<Pointer, Problem> | undefined,
    unkept: readonly Problem[],
  ): ReadonlyMap<Pointer, Problem> => {
    // What is not even saved is said at once, whoever is still typing.
    const shownProblems = new Map<Pointer, Problem>(unkept.map((problem) => [problem.pointer, problem]));
    for (const problem of problems) {
      if (shownProblems.has(problem.pointer) && problem.level === 'warning') continue;
      if (shownProblems.get(problem.pointer)?.level === 'error') continue;
      if (!tried.has(page) && !left.has(problem.pointer)) continue;
      const same = before?.get(problem.pointer);
      shownProblems.set(
        problem.pointer,
        same && same.message === problem.message && same.level === problem.level ? same : problem,
      );
    }
    return shownProblems;
  };

  let state = derive({ answers, pages, pageId, sources });

  const become = (next: FillingState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const change = (
    part: Partial<Pick<FillingState, 'answers' | 'pages' | 'pageId' | 'sources'>>,
    more: (next: FillingState) => FillingState = (next) => next,
  ): void => {
    const { answers, pages, pageId, sources } = state;
    become(more(derive({ answers, pages, pageId, sources, ...part }, state)));
  };

  const withAnswer = (document: JsonObject, pointer: Pointer, value: JsonValue | undefined): JsonObject => {
    const next = withValueAt(document, pointer, value);
    return isObject(next) ? next : document;
  };

  const pageState = (): PageState => {
    const wrong = state.problems.some(({ level }) => level === 'error');
    if (!wrong) return tried.has(state.pageId) || state.pages[state.pageId] !== undefined ? 'done' : 'visited';
    return tried.has(state.pageId) ? 'problems' : 'visited';
  };

  /** An answer begins its page, and the last one that was wrong fixes it. */
  const answered = (next: FillingState): FillingState => {
    const before = next.pages[next.pageId];
    const wrong = next.problems.some(({ level }) => level === 'error');
    const now = before === 'problems' && !wrong ? 'done' : (before ?? 'visited');
    return before === now ? next : { ...next, pages: { ...next.pages, [next.pageId]: now } };
  };

  const markPage = (): void => {
    const now = pageState();
    if (state.pages[state.pageId] !== now) change({ pages: { ...state.pages, [state.pageId]: now } });
  };

  return {
    form,
    context,
    layout,
    filter,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (pointer, value) => {
      const sources = withoutSource(state.sources, pointer);
      change({ answers: withAnswer(state.answers, pointer, value), sources }, answered);
    },
    fill: (places) => {
      let { answers, sources } = state;
      for (const [pointer, { value, source }] of Object.entries(places)) {
        answers = withAnswer(answers, pointer, value);
        sources = withoutSource(sources, pointer);
        if (source !== undefined && value !== undefined) sources = { ...sources, [pointer]: source };
      }
      if (answers !== state.answers || sources !== state.sources) change({ answers, sources }, answered);
    },
    leave: (pointer) => {
      if (left.has(pointer) && state.left === pointer) return;
      left.add(pointer);
      const { problems, pageId, shownProblems, answers } = state;
      become({
        ...state,
        shownProblems: problemsToShow(problems, pageId, shownProblems, farOver(form, answers)),
        left: pointer,
      });
    },
    forget: (pointer) => {
      for (const known of left) if (known.startsWith(`${pointer}/`)) left.delete(known);
    },
    tryNext: () => {
      tried.add(state.pageId);
      const errors = state.problems.some(({ level }) => level === 'error');
      const news = state.problems.filter((problem) => !warned.has(keyOf(problem)));
      for (const problem of state.problems) if (problem.level === 'warning') warned.add(keyOf(problem));
      const passes = !errors && news.length === 0;
      change({ pages: { ...state.pages, [state.pageId]: errors ? 'problems' : 'done' } });
      return passes;
    },
    validateAll: () => {
      const problems = validate(form, state.answers, 'all', context);
      const wrong = new Set(problems.filter(({ level }) => level === 'error').map(({ page }) => page));
      const pages: Record<string, PageState> = {};
      for (const { id, element } of form.pages) {
        if (!state.shown.shows(element)) continue;
        if (wrong.has(id)) tried.add(id);
        pages[id] = wrong.has(id) ? 'problems' : 'done';
      }
      change({ pages: { ...state.pages, ...pages } });
      return problems;
    },
    open: (id) => {
      if (id === state.pageId) return;
      markPage();
      change({ pageId: id });
    },
    replace: (next) => change({ answers: next }),
    onFlush: (commit) => {
      commits.add(commit);
      return () => commits.delete(commit);
    },
    commitTyped: () => [...commits].forEach((commit) => commit()),
  };
};

/** Whoever changes a part changes the whole, and the other way round: neither is as it was filled in. */
const withoutSource = (sources: Record<Pointer, string>, pointer: Pointer): Record<Pointer, string> => {
  const kept = Object.entries(sources).filter(
    ([place]) => place !== pointer && !place.startsWith(`${pointer}/`) && !pointer.startsWith(`${place}/`),
  );
  return kept.length === Object.keys(sources).length ? sources : Object.fromEntries(kept);
};
