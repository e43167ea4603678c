/** Terms and days off, by which due dates are worked out: begun with the council's file, then looked after in the service. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { isRealDate } from '../../../../engine/index.ts';
import type { WorkCalendar } from '../../../../engine/index.ts';
import { Calendar } from '../../../../wire/council.ts';
import { problem } from '../../../core/errors.ts';
import { DuplicateError } from '../../../platform/storage/store.ts';
import type { Audit } from '../../../platform/audit/entry.ts';
import type { WithEffects } from '../../../platform/effects/effect.ts';
import { writeNotes } from '../../../platform/effects/notes.ts';
import { changedWith, notesOf, withEffects, type Noted } from '../../../platform/effects/pending.ts';
import { editionOf, nextEdition, type WithEdition } from '../../../platform/storage/edition.ts';
import type { Store, Stored } from '../../../platform/storage/store.ts';

export type CalendarContent = Omit<Calendar, 'revision'>;
/** A release before 0.3.0 wrote no effects. */
export interface CalendarDocument extends Stored, CalendarContent, WithEdition, Partial<WithEffects> {}

declare module '../../../platform/storage/store.ts' {
  interface Collections {
    calendars: CalendarDocument;
  }
}

export interface Calendars {
  read: () => Promise<CalendarDocument>;
  /** As the engine counts by it. */
  current: () => Promise<WorkCalendar>;
  /** Throws conflict when `edition` is not the newest, and request-invalid for terms that end before they begin or overlap. */
  write: (edition: number, content: CalendarContent, noted: (id: string) => Noted) => Promise<CalendarDocument>;
  /** Begins with the council's file where nothing is kept yet. */
  load: () => Promise<void>;
  problems: () => string[];
}

const id = 'calendar';
/** Of a council that has said nothing yet; nothing of it is stored, so that its file can still be fixed. */
const empty: CalendarDocument = { _id: id, revision: 0, createdAt: '', updatedAt: '', terms: [], holidays: [] };

const ajv = new Ajv2020({ allErrors: true });
formatsPlugin.default(ajv, ['date']);
const isCalendar = ajv.compile<Calendar>(Calendar);

/** What is wrong, by pointer. */
const faults = ({ terms, holidays }: CalendarContent): { pointer: string; message: string }[] => [
  ...terms.flatMap(({ from, to }, index) => {
    const pointer = `/terms/${index}`;
    if (!isRealDate(from)) return [{ pointer: `${pointer}/from`, message: 'Enter a real date' }];
    if (!isRealDate(to) || to < from)
      return [{ pointer: `${pointer}/to`, message: 'Enter a real date that is not before the first day' }];
    const other = terms.find((term, place) => place < index && term.from <= to && from <= term.to);
    return other === undefined ? [] : [{ pointer, message: `This overlaps ${other.name}` }];
  }),
  ...holidays.flatMap(({ on }, index) =>
    isRealDate(on) ? [] : [{ pointer: `/holidays/${index}/on`, message: 'Enter a real date' }],
  ),
];

const byDay = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const inOrder = ({ terms, holidays }: CalendarContent): CalendarContent => ({
  terms: terms.toSorted((one, other) => byDay(one.from, other.from)),
  holidays: holidays.toSorted((one, other) => byDay(one.on, other.on)),
});

const parse = (text: string): CalendarContent => {
  const found: unknown = JSON.parse(text);
  if (!isCalendar(found)) throw new Error(ajv.errorsText(isCalendar.errors));
  const wrong = faults(found).map(({ pointer, message }) => `${pointer}: ${message}`);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return inOrder(found);
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

export interface CalendarsParts {
  store: Store;
  audit: Audit;
  councilDir: string;
}

export const createCalendars = (parts: CalendarsParts): Calendars => {
  const { store, councilDir } = parts;
  let problems: string[] = [];

  /** Undefined when there is one already. */
  const insert = async (content: CalendarContent, noted: Noted): Promise<CalendarDocument | undefined> => {
    try {
      return await store.insert('calendars', {
        _id: id,
        edition: 1,
        ...content,
        ...withEffects(notesOf(noted)),
      });
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error;
      return undefined;
    }
  };

  const read = async (): Promise<CalendarDocument> => (await store.get('calendars', id)) ?? empty;

  return {
    read,
    problems: () => problems,
    current: async () => {
      const { terms, holidays } = await read();
      return { terms, holidays: holidays.map(({ on }) => on) };
    },
    write: async (edition, content, noted) => {
      const errors = faults(content);
      if (errors.length > 0) throw problem('request-invalid', { errors });
      const { terms, holidays } = inOrder(content);
      const change = (current: CalendarDocument) => ({
        set: { terms, holidays, edition: nextEdition(current, edition) },
      });
      const written =
        (await changedWith(store, 'calendars', id, change, notesOf(noted(id)))) ??
        (edition === editionOf(empty) ? await insert({ terms, holidays }, noted(id)) : undefined);
      if (written === undefined) throw problem('conflict', { revision: editionOf(await read()) });
      await writeNotes(parts, 'calendars', written);
      return written;
    },
    load: async () => {
      if ((await store.get('calendars', id)) !== undefined) return;
      try {
        await insert(parse(await readFile(join(councilDir, 'calendar.json'), 'utf8')), 'not noted');
        problems = [];
      } catch (error) {
        if (!isMissing(error)) problems = [`calendar.json: ${error instanceof Error ? error.message : String(error)}`];
      }
    },
  };
};
