/** The forms of the repository as people fill them in: question after question, with the answers of the recorded example called `full`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '../../engine/author.ts';
import { compile, isRealDate, type CompiledForm, type Example } from '../../engine/index.ts';
import { isObject, valueAt, type JsonObject, type JsonValue } from '../../engine/json.ts';
import { daysFrom, moveDates } from '../../server/demonstration/move-dates.ts';
import { readPackages } from '../../server/modules/catalogue/packages.ts';
import { compareVersions } from '../../server/modules/catalogue/version.ts';

export interface FilledForm {
  id: string;
  kind: 'application' | 'task';
  /** Whether it can be sent to one person. */
  toPeople: boolean;
  /** Top-level answers in the order of the questions, with the page on which each is given. */
  steps: { key: string; value: JsonValue; page: string }[];
  /** Where documents are listed. */
  documents?: string;
}

const folder = join(import.meta.dirname, '..', '..', 'forms');

const isExample = (value: unknown): value is Example => isObject(value) && isObject(value['answers']);

const stepsOf = (form: CompiledForm, answers: JsonObject): FilledForm['steps'] => {
  const steps = new Map<string, FilledForm['steps'][number]>();
  for (const { pointer, pageId } of form.questions) {
    const [, key = ''] = pointer.split('/');
    const value = answers[key];
    if (value !== undefined && !steps.has(key)) steps.set(key, { key, value, page: pageId });
  }
  return [...steps.values()];
};

/** What was dated while the form was filled in is dated on the last day of it: here it is filled in within minutes. */
const asOfToday = ({ answers, context = {}, today }: Example): JsonValue => {
  const startedOn = context['draft.startedOn'] ?? today;
  const dated = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return isRealDate(value) && value >= startedOn && value <= today ? today : value;
    if (Array.isArray(value)) return value.map(dated);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, dated(inner)]));
  };
  return dated(answers);
};

/** The newest version of every form that has such an example; its dates are moved to `today`. */
export const filledForms = async (today: string): Promise<FilledForm[]> => {
  const packages = await readPackages(folder);
  const isNewest = (form: string, version: string): boolean =>
    packages.every((other) => other.form !== form || compareVersions(other.version, version) <= 0);
  const found: FilledForm[] = [];
  for (const { form, version, files } of packages) {
    const parsed = parse(files);
    if (!isNewest(form, version) || !('definition' in parsed)) continue;
    const text = await readFile(join(folder, form, version, 'examples', 'full.json'), 'utf8').catch(() => 'null');
    const example: unknown = JSON.parse(text);
    if (!isExample(example)) continue;
    const moved = moveDates(asOfToday(example), daysFrom(example.today, today));
    const { kind, attachments, task } = parsed.definition.manifest;
    const compiled = compile(parsed.definition, () => undefined);
    const documents = attachments?.at;
    const listed = documents !== undefined && valueAt(moved, documents) !== undefined;
    found.push({
      id: form,
      kind,
      toPeople: task?.assignTo.includes('user') ?? false,
      steps: stepsOf(compiled, isObject(moved) ? moved : {}),
      ...(listed ? { documents } : {}),
    });
  }
  return found;
};
