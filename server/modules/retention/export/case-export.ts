/** Everything that is held about the child of a case, as one PDF, as data and with its documents: for whoever has a right to it. */
import { englishPrintWords, formatDate, type PrintDocument, type PrintSection } from '../../../../engine/index.ts';
import type { JsonValue } from '../../../../engine/json.ts';
import type { CaseExportContents } from '../../../../wire/case-export.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Config } from '../../../core/config.ts';
import { problem } from '../../../core/errors.ts';
import type { Audit } from '../../../platform/audit/entry.ts';
import type { Caller } from '../../../platform/http/route.ts';
import type { ZippedFile } from '../../../platform/attachments/zip-writer.ts';
import { renderPdf } from '../../../platform/pdf/index.ts';
import type { Blobs } from '../../../platform/storage/blobs.ts';
import type { CaseDocument, Cases } from '../../cases/index.ts';
import { teamsOf, type Teams } from '../../groups/index.ts';
import { gather, type GatherParts, type Giver } from './gather.ts';
import { keptId } from './case-parts.ts';
import { momentIn, type Part } from './part.ts';
import { namesId } from './standing.ts';

export interface CaseExport {
  reference: string;
  /** Titles of the parts that stayed out. */
  left: string[];
  files: ZippedFile[];
}

export interface CaseExports {
  /** What there is. Throws not-found unless the case is one of the caller's teams'. */
  contents: (caller: Caller, id: string) => Promise<CaseExportContents>;
  /** Throws as `contents`, request-invalid for a part that is not there, and pdf-unavailable. */
  make: (caller: Caller, id: string, given: readonly string[]) => Promise<CaseExport>;
  /** For an operator: of all teams. `'all'` gives out what asks, too. */
  makeForOperator: (found: CaseDocument, given: readonly string[] | 'all') => Promise<CaseExport>;
}

export interface CaseExportParts extends Omit<GatherParts, 'cases'> {
  blobs: Pick<Blobs, 'open'>;
  clock: Clock;
  config: Pick<Config, 'council'>;
  cases: Pick<Cases, 'read' | 'onWire'>;
  teams: Pick<Teams, 'of'>;
  audit: Audit;
}

const classification = 'OFFICIAL–SENSITIVE';
/** Of documents in one download: what breaks off begins again from nothing. */
const mostBytes = 2 * 1024 ** 3;

export const createCaseExports = (parts: CaseExportParts): CaseExports => {
  const { blobs, clock, timeZone, config, cases, teams, audit } = parts;

  const giverOf = async (caller: Caller): Promise<Giver> => ({
    id: caller.accountId,
    parties: [caller.role === 'administrator' ? 'administrator' : 'officer', 'sender'],
    teams: await teamsOf(teams, caller),
  });

  const pdf = async (
    found: CaseDocument,
    sections: PrintSection[],
    { left, birthday, person }: { left: number; birthday: boolean; person: string },
  ): Promise<Buffer> => {
    const { firstName, lastName, dateOfBirth } = found.subject;
    const subject = `${firstName} ${lastName}`;
    const at = momentIn(timeZone)(clock.now().toISOString());
    const document: PrintDocument = {
      title: `What is held about ${subject}`,
      header: config.council,
      classification,
      language: 'en',
      direction: 'ltr',
      words: { ...englishPrintWords, submitted: 'Made {at}' },
      status: 'submitted',
      reference: found.reference,
      subject,
      ...(birthday ? { dateOfBirth: formatDate(dateOfBirth) } : {}),
      submittedAt: at,
      signatories: [],
      cover: [
        { label: 'About', value: subject },
        { label: 'Case', value: found.reference },
        { label: 'Made', value: at },
        { label: 'Parts left out', value: String(left) },
      ],
      sections,
      attachments: [],
    };
    return renderPdf(document, person);
  };

  const make = async (found: CaseDocument, giver: Giver, wanted: readonly string[] | 'all'): Promise<CaseExport> => {
    const { parts: all, birthKept } = await gather(parts, found, giver);
    const given = new Set(wanted === 'all' ? all.map(({ id }) => id) : wanted);
    for (const id of given)
      if (!all.some((part) => part.id === id))
        throw problem('request-invalid', {
          errors: [{ pointer: '/parts', message: 'This is not there any more. Look again at what there is.' }],
        });
    const isGiven = ({ id, asks }: Part): boolean => asks === undefined || given.has(id);
    const out = all.filter((part) => !isGiven(part));
    const going = all.filter(isGiven);
    const bytes = going.reduce((sum, { file }) => sum + (file?.bytes ?? 0), 0);
    if (bytes > mostBytes)
      throw problem('too-large', {
        detail: 'The documents are too large for one download. Ask whoever runs the service.',
      });
    const sections: PrintSection[] = [];
    const data: JsonValue[] = [];
    const files: { name: string; blob: string }[] = [];
    for (const part of going) {
      const { id, kind, plain, by = null, at = null, content, file } = part;
      const title = plain === undefined || given.has(namesId) ? part.title : plain;
      if (file !== undefined) {
        const number = String(files.length + 1).padStart(4, '0');
        const name = `documents/${number} ${file.name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')}`;
        files.push({ name, blob: file.blob });
        data.push({ kind, title, at, file: name, sha256: file.sha256 });
      }
      if (content === undefined) continue;
      const { blocks, data: said } = await content(given);
      sections.push({ id, heading: by === null ? title : `${title} (${by})`, blocks });
      data.push({ kind, title, by, at, data: said });
    }
    const drawn = await pdf(found, sections, {
      left: out.length,
      birthday: !birthKept || given.has(keptId),
      person: giver.id,
    });
    const text = { case: found.reference, madeAt: clock.now().toISOString(), leftOut: out.length, parts: data };
    await audit.append({
      actor: giver.id === '' ? 'system' : giver.id,
      action: 'case-exported',
      subject: { kind: 'case', id: found._id },
      detail: { given: [...given].join(' '), parts: going.length, left: out.length },
    });
    return {
      reference: found.reference,
      left: out.map(({ title }) => title),
      files: [
        { name: `${found.reference}.pdf`, content: drawn },
        { name: 'data.json', content: Buffer.from(`${JSON.stringify(text, undefined, 2)}\n`) },
        ...files.map(({ name, blob }) => ({ name, content: () => blobs.open(blob) })),
      ],
    };
  };

  return {
    contents: async (caller, id) => {
      const found = await cases.read(caller, id);
      const { parts: all, waiting } = await gather(parts, found, await giverOf(caller));
      const { firstName, lastName } = found.subject;
      return {
        id,
        reference: found.reference,
        subject: { firstName, lastName },
        parts: all.map(({ content: _content, file: _file, plain: _plain, ...part }) => part),
        waiting,
      };
    },
    make: async (caller, id, given) => make(await cases.read(caller, id), await giverOf(caller), given),
    makeForOperator: (found, given) => make(found, { id: '', parties: [], teams: undefined }, given),
  };
};
