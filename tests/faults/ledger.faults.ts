/** The ledger itself: it sees what is missing, changed or there twice. Otherwise “0 lost” would say nothing. */
import { afterEach, expect, test } from 'vitest';
import { documentsOf } from '../../server/platform/storage/store.ts';
import { randomFrom } from '../support/random.ts';
import { installation, type Installation } from '../support/servers/installation.ts';
import { serverProcess, type ServerProcess } from '../support/servers/server-process.ts';
import { judge, signIn, startCrowd } from './crowd.ts';

let home: Installation;
let server: ServerProcess;
afterEach(async () => {
  await server.kill();
  await home.remove();
});

test('answers, a document, an entry of the trail and a whole submission that are taken away are told, and one that is there twice', async () => {
  home = await installation({ store: 'sqlite' });
  server = await serverProcess(home);
  const who = await signIn(home);
  await server.start();
  const crowd = startCrowd(server.url, who, randomFrom(1));
  await crowd.over;
  await server.stop();
  expect(await judge(home, crowd)).toEqual({ lost: [], doubled: [], other: [] });

  const [changed, bare, unread, gone, twice] = crowd.ledger.entries.map(({ submission }) => submission);
  await home.withStore(async ({ store, blobs }) => {
    const documents = documentsOf(store);
    await documents.patch('submissions', { _id: { eq: changed?.id ?? '' } }, { set: { 'answers.dangers': 'None' } });
    const [document] = (await store.get('submissions', bare?.id ?? ''))?.attachments ?? [];
    const held = await store.get('attachments', document?.id ?? '');
    await blobs.delete(held?.blob ?? '');
    await store.delete('audit', { 'subject.id': { eq: unread?.id ?? '' }, action: { eq: 'submission-read' } });
    await store.delete('submissions', { _id: { eq: gone?.id ?? '' } });
    const other = await store.get('submissions', twice?.id ?? '');
    if (other !== undefined)
      await store.insert('submissions', { ...other, _id: 'another-one', reference: 'FW-0000-0000' });
  });
  const { lost, doubled, other } = await judge(home, crowd);
  expect(lost).toEqual(
    expect.arrayContaining([
      `${changed?.reference}: answers`,
      `${bare?.reference}: the document`,
      `${unread?.reference}: an entry of the trail`,
      `${gone?.reference}: the submission`,
    ]),
  );
  expect(doubled).toHaveLength(1);
  expect(other.length).toBeGreaterThan(0);
});
