/** Form versions that are not published: offered only where that is asked for, never with errors, and gone when their folder is. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anglingForms } from '../../support/angling.ts';
import { startPortal, type TestPortal } from '../../support/portal.ts';
import { like } from '../../support/like.ts';

let formsDir: string;
beforeAll(() => {
  formsDir = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  cpSync(anglingForms, formsDir, { recursive: true });
});
afterAll(() => rmSync(formsDir, { recursive: true, force: true }));

const folder = (version: string): string => join(formsDir, 'angling-permit', version);

/** Another version of the form, its files changed. */
const write = (version: string, change: (file: string, text: string) => string): void => {
  cpSync(folder('1.0.0'), folder(version), { recursive: true });
  for (const file of ['form.json', 'ui.json', 'text.en.json']) {
    const text = readFileSync(join(folder(version), file), 'utf8').replace(
      '"version": "1.0.0"',
      `"version": "${version}"`,
    );
    writeFileSync(join(folder(version), file), change(file, text));
  }
};

const offered = ({ services }: TestPortal): string[] =>
  services.catalogue.state().served.map(({ form, version }) => `${form} ${version}`);

const ways = [true, false].flatMap((demonstration) =>
  [true, false].map((serveUnpublished) => ({ demonstration, serveUnpublished })),
);

test.each(ways)('offered when FORMWORK_SERVE_UNPUBLISHED says so: %o', async ({ demonstration, serveUnpublished }) => {
  const smtp = demonstration ? { smtpUrl: '' } : {};
  const portal = await startPortal({ config: { formsDir, demonstration, serveUnpublished, ...smtp } });
  try {
    expect(offered(portal)).toEqual(serveUnpublished ? ['angling-permit 1.0.0'] : []);
  } finally {
    await portal.stop();
  }
});

test('what the check finds wrong keeps a version from being offered, with the reason', async () => {
  // A label without words: it can be read and compiled, and could not be published.
  write('1.1.0', (file, text) =>
    file === 'text.en.json' ? text.replace('"firstName.label"', '"firstname.label"') : text,
  );
  const portal = await startPortal({ config: { formsDir, serveUnpublished: true } });
  try {
    expect(offered(portal)).toEqual(['angling-permit 1.0.0']);
    expect(portal.services.catalogue.state().refused).toEqual([
      { form: 'angling-permit', version: '1.1.0', reason: like.stringMatching(/^[\w.]+:\d+: /) },
    ]);
  } finally {
    await portal.stop();
    rmSync(folder('1.1.0'), { recursive: true });
  }
});

test('a version comes, changes and goes with its folder while the service runs', async () => {
  const portal = await startPortal({ config: { formsDir, serveUnpublished: true } });
  const { catalogue } = portal.services;
  try {
    write('1.2.0', (_, text) => text);
    await catalogue.follow();
    expect(offered(portal)).toEqual(['angling-permit 1.0.0', 'angling-permit 1.2.0']);
    const before = (await catalogue.newest('angling-permit'))?.definition.hash;
    write('1.2.0', (file, text) => (file === 'text.en.json' ? text.replace('Angling permit', 'Fishing permit') : text));
    await catalogue.follow();
    const after = (await catalogue.newest('angling-permit'))?.definition.hash;
    expect(after).not.toBe(before);
    rmSync(folder('1.2.0'), { recursive: true });
    await catalogue.follow();
    expect(offered(portal)).toEqual(['angling-permit 1.0.0']);
    expect(catalogue.forms().map(({ version }) => version)).toEqual(['1.0.0']);
  } finally {
    await portal.stop();
  }
});
