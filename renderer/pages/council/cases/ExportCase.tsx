import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { CaseExportContents, CaseExportPart } from '../../../../wire/case-export.ts';
import { caseExportQuery } from '../../../api/council.ts';
import { saveFile } from '../../../api/save-file.ts';
import { Button } from '../../../parts/Button.tsx';
import { CheckboxGroup } from '../../../parts/inputs/Choices.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Failure } from '../parts/Failure.tsx';

const dayWords = ({ at }: CaseExportPart): string => (at === undefined ? '' : formatDate(at.slice(0, 10)));

/** What an officer decides about, by its kind, in the order in which it is read. */
const groups: { kinds: CaseExportPart['kind'][]; label: string }[] = [
  { kinds: ['case', 'trail'], label: 'In the council’s own records' },
  { kinds: ['form', 'request'], label: 'Forms' },
  { kinds: ['messages'], label: 'Messages' },
  { kinds: ['document'], label: 'Documents' },
];

const Chosen = ({ found }: { found: CaseExportContents }) => {
  const [ticked, setGiven] = useState<readonly string[]>([]);
  const own = found.parts.filter(({ asks }) => asks === undefined);
  const asking = found.parts.filter(({ asks }) => asks !== undefined);
  const given = ticked.filter((id) => asking.some((part) => part.id === id));
  const file = useMutation({
    mutationFn: () => saveFile(`/api/cases/${found.id}/export`, `${found.reference}.zip`, { parts: given }),
  });
  const left = asking.length - given.length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!file.isPending) file.mutate();
      }}
    >
      <section>
        <h2>What the council wrote</h2>
        <p>This is in every export.</p>
        <ul>
          {own.map((part) => (
            <li key={part.id}>
              {part.title}
              {part.at !== undefined && <span className="row-note">{dayWords(part)}</span>}
            </li>
          ))}
        </ul>
      </section>
      {asking.length > 0 && (
        <section>
          <h2>What others wrote, and what is kept from people</h2>
          <p>
            Select what you give out. Each part stays out until you have read it and are sure that it may be seen:
            because the person agrees, or because it is reasonable without that.
          </p>
          {groups.map(({ kinds, label }) => {
            const parts = asking.filter(({ kind }) => kinds.includes(kind));
            if (parts.length === 0) return null;
            const here = parts.map(({ id }) => id);
            return (
              <CheckboxGroup
                key={label}
                id={`export-${kinds[0] ?? ''}`}
                label={label}
                options={parts.map((part) => ({
                  value: part.id,
                  label: part.title,
                  hint: (
                    <>
                      {part.asks}
                      {part.at !== undefined && <span className="nowrap"> · {dayWords(part)}</span>}
                    </>
                  ),
                }))}
                value={given.filter((id) => here.includes(id))}
                onChange={(chosen) => setGiven([...given.filter((id) => !here.includes(id)), ...chosen])}
              />
            );
          })}
        </section>
      )}
      {found.waiting > 0 && (
        <Notice kind="warning">
          <p>
            {found.waiting === 1 ? 'One document waits' : `${found.waiting} documents wait`} to be checked for viruses
            and cannot be given out yet. Come back later.
          </p>
        </Notice>
      )}
      <p role="status">
        {file.isPending
          ? 'Creating the export. This can take a minute.'
          : file.isSuccess
            ? 'The export was saved. It holds private data: keep it where only you can open it, and send it in a secure way.'
            : left === 0
              ? 'Nothing stays out.'
              : left === 1
                ? 'One part stays out.'
                : `${left} parts stay out.`}
      </p>
      <Failure error={file.error} />
      <div className="actions">
        <Button look="primary" type="submit" busy={file.isPending} busyText="Creating the export…">
          Create the export
        </Button>
      </div>
    </form>
  );
};

/** Everything that is held about whom a case is about, for a request to see it. */
const ExportCase = ({ id }: { id: string }) => {
  const found = useQuery({ ...caseExportQuery(id), refetchOnWindowFocus: false });
  return (
    <>
      <Crumbs
        trail={[
          { href: '/council/cases', label: 'Cases' },
          { href: `/council/cases/${id}`, label: 'Case' },
        ]}
      />
      <PageTitle>
        {found.data === undefined
          ? 'Export what is held'
          : `Export what is held about ${found.data.subject.firstName} ${found.data.subject.lastName}`}
      </PageTitle>
      <p>
        Use this when somebody has a right to see it: a subject access request. You get one file (zip) with a PDF of
        everything, the documents, and the same as data. The audit trail notes what you give out.
      </p>
      <Loaded query={found} lines={10}>
        {(contents) => <Chosen found={contents} />}
      </Loaded>
    </>
  );
};

export default ExportCase;
