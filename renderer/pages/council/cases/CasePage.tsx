import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDate } from '../../../../engine/index.ts';
import type { Case, CaseSettings } from '../../../../wire/case.ts';
import type { CaseStory as Story } from '../../../../wire/work.ts';
import { caseSettingsQuery, storyQuery } from '../../../api/council.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Facts, type Fact } from '../../../parts/Facts.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { CaseClocks } from './CaseClocks.tsx';
import { NoteEvents } from './NoteEvents.tsx';
import { CaseStory } from './CaseStory.tsx';
import { CaseExceptions } from './CaseExceptions.tsx';
import { CaseHold } from './CaseHold.tsx';

import { CaseTasks } from './CaseTasks.tsx';
import { CaseValues } from './CaseValues.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Done } from '../parts/Done.tsx';
import { TeamName } from '../parts/TeamName.tsx';

const addressLine = ({ address }: Case): string =>
  address === undefined
    ? ''
    : [
        address.propertyName,
        [address.houseNo, address.street].filter(Boolean).join(' '),
        address.area,
        address.town,
        address.county,
        address.postcode,
      ]
        .filter(Boolean)
        .join(', ');

const factsOf = (found: Case, { identifiers }: CaseSettings): Fact[] => [
  { label: 'Date of birth', value: formatDate(found.subject.dateOfBirth) },
  ...identifiers.map(({ name, label }) => ({ label, value: found.identifiers[name] })),
  {
    label: 'Address',
    value: (addressLine(found) !== '' || found.addressKept) && (
      <>
        {addressLine(found)}
        {found.addressKept && <span className="row-note soon">Confidential: only the council sees it</span>}
      </>
    ),
  },
  {
    label: 'Opened from',
    value: found.openedFrom && <Link href={`/received/${found.openedFrom}`}>The form that was received</Link>,
  },
  { label: 'Reference', value: <span className="numbers">{found.reference}</span> },
  { label: 'Team', value: <TeamName id={found.team} /> },
  { label: 'Officer', value: found.officer?.name ?? 'Nobody yet' },
];

const Opened = ({ story: { case: found, entries }, settings }: { story: Story; settings: CaseSettings }) => {
  return (
    <>
      <div className="council-head">
        <div>
          <PageTitle>{`${found.subject.firstName} ${found.subject.lastName}`}</PageTitle>
        </div>
        <div className="actions">
          <ButtonLink look="primary" href={`/council/cases/${found.id}/send`}>
            Send a form
          </ButtonLink>
          <ButtonLink href={`/council/cases/${found.id}/change`}>Change</ButtonLink>
        </div>
      </div>
      <Done />
      <div className="short-facts">
        <Facts facts={factsOf(found, settings)} />
      </div>
      <CaseClocks clocks={found.clocks} />
      <NoteEvents found={found} settings={settings} />
      <CaseTasks caseId={found.id} />
      <CaseStory caseId={found.id} entries={entries} />
      <CaseExceptions found={found} settings={settings} />
      <CaseValues found={found} settings={settings} />
      <CaseHold found={found} />
      <section>
        <h2>Giving out what is held</h2>
        <p>For a request to see what the council holds about this person.</p>
        <div className="actions">
          <ButtonLink href={`/council/cases/${found.id}/export`}>Export what is held</ButtonLink>
        </div>
      </section>
      <p>
        <Link href={`/council/cases/${found.id}/audit`}>See who saw and changed this case</Link>
      </p>
    </>
  );
};

/** One case: whom it is about, its clocks, what was sent and what came back, what happened and what is known. */
const CasePage = ({ id }: { id: string }) => {
  // One request for all that is shown, and not again by itself: the audit trail has each opening once.
  const story = useQuery({ ...storyQuery(id), refetchOnWindowFocus: false });
  const settings = useQuery(caseSettingsQuery);
  return (
    <>
      <Crumbs trail={[{ href: '/council/cases', label: 'Cases' }]} />
      {story.isError && story.data === undefined && <PageTitle>This case cannot be shown</PageTitle>}
      <Loaded query={story} lines={10}>
        {(one) => <Loaded query={settings}>{(said) => <Opened story={one} settings={said} />}</Loaded>}
      </Loaded>
    </>
  );
};

export default CasePage;
