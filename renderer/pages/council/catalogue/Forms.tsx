import { useQuery } from '@tanstack/react-query';
import { plural } from '../../../../engine/index.ts';
import type { CatalogueVersion } from '../../../../wire/council.ts';
import { versionsQuery } from '../../../api/council.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';

const byForm = (versions: readonly CatalogueVersion[]): CatalogueVersion[][] => {
  const forms = new Map<string, CatalogueVersion[]>();
  for (const version of versions) forms.set(version.form, [...(forms.get(version.form) ?? []), version]);
  return [...forms.values()].toSorted(([one], [other]) => (one?.title ?? '').localeCompare(other?.title ?? '', 'en'));
};

const standing = ({ published, newest, openDrafts }: CatalogueVersion): string =>
  [
    published ? 'Published' : 'Not published yet',
    ...(newest ? ['in use for whatever is begun now'] : []),
    openDrafts === 0 ? 'nobody is filling it in' : `${plural(openDrafts, 'form')} being filled in`,
  ].join(', ');

const Version = ({ version }: { version: CatalogueVersion }) => {
  // Two questions with the same label may have changed alike.
  const changes = [...new Set(version.changes)];
  return (
    <li>
      <h3 className="numbers">Version {version.version}</h3>
      <p>{standing(version)}.</p>
      {changes.length > 0 && (
        <details open={version.newest}>
          <summary>{`What changed: ${plural(changes.length, 'change')}`}</summary>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>Fingerprint of the files</summary>
        <code className="fingerprint">{version.hash}</code>
      </details>
    </li>
  );
};

/** Every form in every version that somebody may still have, with what changed from one to the next. */
const Forms = () => {
  const query = useQuery(versionsQuery);
  return (
    <>
      <Crumbs trail={[]} />
      <PageTitle>Forms</PageTitle>
      <p>
        Forms are files. A published version never changes, so that everything submitted can always be read as it was
        asked.
      </p>
      <Loaded query={query} lines={8}>
        {(versions) =>
          byForm(versions).map((all) => (
            <section key={all[0]?.form}>
              <h2>{all[0]?.title}</h2>
              <p className="muted">
                {all[0]?.form}
                {all[0]?.kind === 'task' && ', sent by the council'}
              </p>
              <ul className="plain-list">
                {all.map((version) => (
                  <Version version={version} key={version.hash} />
                ))}
              </ul>
            </section>
          ))
        }
      </Loaded>
    </>
  );
};

export default Forms;
