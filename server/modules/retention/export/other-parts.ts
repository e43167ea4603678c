/** Messages, documents and the audit trail. */
import { formatBytes } from '../../../../engine/index.ts';
import type { AuditRecord } from '../../../platform/audit/entry.ts';
import { wordsOfAction } from '../../../platform/audit/words.ts';
import type { AttachmentDocument } from '../../drafts/index.ts';
import type { ThreadDocument } from '../../messages/index.ts';
import { fact, note, type Moment, type Part } from './part.ts';
import { asksBecause, namesId, outsider } from './standing.ts';

type IsCouncil = (accountId: string) => Promise<boolean>;

/** The council's messages at a form or request, and those of each other person by themselves. `asks`: why those of the council ask, too. */
export const messageParts = (
  { _id, messages }: ThreadDocument,
  title: string,
  moment: Moment,
  asks?: string,
): Part[] => {
  const writers = new Map<string, string>();
  for (const { by, council } of messages) if (!council) writers.set(by.id, by.name);
  const partOf = (id: string, mine: typeof messages, more: Pick<Part, 'title'> & Partial<Part>): Part[] =>
    mine.length === 0
      ? []
      : [
          {
            id,
            kind: 'messages',
            at: mine.at(-1)?.at ?? '',
            content: () => ({
              blocks: mine.flatMap(({ by, at, text }) => fact(`${by.name}, ${moment(at)}`, ...text.split('\n'))),
              data: mine.map(({ by, at, text }) => ({ by: by.name, at, text })),
            }),
            ...more,
          },
        ];
  return [
    ...partOf(
      `messages.${_id}`,
      messages.filter(({ council }) => council),
      { title: `Messages of the council about ${title}`, ...(asks === undefined ? {} : { asks }) },
    ),
    ...[...writers].flatMap(([id, name]) =>
      partOf(
        `messages.${_id}.${id}`,
        messages.filter(({ by, council }) => by.id === id && !council),
        {
          title: `Messages of ${name} about ${title}`,
          by: name,
          asks: [asksBecause.of(name), ...(asks === undefined ? [] : [asks])].join('. '),
        },
      ),
    ),
  ];
};

const isThere = ({ state }: AttachmentDocument): boolean => state === 'clean' || state === 'unscanned';

/** A document, with where it belongs and why it asks. */
export interface HeldDocument {
  file: AttachmentDocument;
  from: string;
  asks: string;
}

/** Of those that can be opened. Whoever added a document need not be whom it is about. */
export const documentParts = (documents: readonly HeldDocument[]): Part[] =>
  documents
    .filter(({ file }) => isThere(file))
    .map(({ file, from, asks }) => ({
      id: `document.${file._id}`,
      kind: 'document',
      title: `${file.name} (${formatBytes(file.bytes)}), ${from}`,
      at: file.createdAt,
      asks,
      file,
    }));

/** Who saw and changed records; `asks`: of such as may be about somebody else. Others than the council's people are named by somebody's yes only. */
export const trailParts = async (
  entries: readonly AuditRecord[],
  nameOf: (accountId: string) => Promise<string>,
  isCouncil: IsCouncil,
  moment: Moment,
  asks?: string,
): Promise<Part[]> => {
  if (entries.length === 0) return [];
  const told = await Promise.all(
    entries.map(async ({ at, actor, action, detail }) => {
      const own = await isCouncil(actor);
      return { at, own, name: await nameOf(actor), what: wordsOfAction(action, detail) };
    }),
  );
  const named = (given: ReadonlySet<string>) =>
    told.map(({ at, own, name, what }) => ({ at, who: own || given.has(namesId) ? name : outsider, what }));
  return [
    {
      id: asks === undefined ? 'trail' : 'trail.alike',
      kind: 'trail',
      title: `Who saw and changed ${asks === undefined ? 'this' : 'what is not linked'}: ${entries.length} entries of the audit trail`,
      at: entries.at(-1)?.at ?? '',
      ...(asks === undefined ? {} : { asks }),
      content: (given) => ({
        blocks: named(given).map(({ at, who, what }) => note(`${moment(at)}: ${who} ${what}`)),
        data: named(given),
      }),
    },
  ];
};
