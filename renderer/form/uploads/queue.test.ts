import { expect, test } from 'vitest';
import { advance, nextOf, whyNot, type Upload, type UploadEvent } from './queue.ts';

const rules = { at: '/documents', extensions: ['pdf', 'doc', 'png'], maxBytes: 15 * 1024 * 1024, maxFiles: 3 };
const file = (name: string, bytes = 1000) => ({ key: name, name, bytes });
const after = (...events: UploadEvent[]): Upload[] =>
  events.reduce<Upload[]>((queue, event) => advance(queue, event, rules), []);

test.each([
  ['letter.rtf', 10, ['[rtf] is not an accepted extension.', 'Accepted extensions: pdf, doc, png']],
  ['letter', 10, ['“letter” has no extension.', 'Accepted extensions: pdf, doc, png']],
  ['LETTER.PDF', 15 * 1024 * 1024, []],
])('%s of %i bytes: %j', (name, bytes, message) => {
  expect(whyNot(file(name, bytes), rules, 0)).toEqual(message);
});

test('a picture of an iPhone says how to send a JPEG, before anything is sent', () => {
  for (const name of ['IMG_0001.HEIC', 'a.heif']) {
    const [what, send, later] = whyNot(file(name), rules, 0);
    expect(what).toBe(`“${name}” is a HEIC picture, which many computers cannot open. Send it as a JPEG.`);
    expect(send).toContain('Most Compatible, and Save to Files');
    expect(later).toContain('in Settings select Camera, then Formats, then Most Compatible');
  }
});

test('one byte too many and an empty file are refused before anything is sent', () => {
  expect(whyNot(file('a.pdf', rules.maxBytes + 1), rules, 0)[0]).toContain('A document can have up to 15 MB');
  expect(whyNot(file('a.pdf', 0), rules, 0)[0]).toContain('is empty');
});

test('several picked at once go one by one', () => {
  const queue = after({ type: 'picked', files: [file('a.pdf'), file('b.pdf')], already: 0 });
  expect(nextOf(queue)?.name).toBe('a.pdf');
  const sending = advance(queue, { type: 'progress', key: 'a.pdf', progress: 0.1 }, rules);
  expect(nextOf(sending)).toBeUndefined();
  const attachment = {
    id: 'attachment',
    name: 'a.pdf',
    bytes: 1,
    mediaType: 'application/pdf',
    scan: 'clean' as const,
  };
  expect(nextOf(advance(sending, { type: 'arrived', key: 'a.pdf', attachment }, rules))?.name).toBe('b.pdf');
});

test('the count includes those that have arrived and those on their way, not those refused', () => {
  const queue = after({ type: 'picked', files: [file('a.rtf'), file('b.pdf'), file('c.pdf')], already: 2 });
  expect(queue.map(({ phase }) => phase)).toEqual(['failed', 'waiting', 'failed']);
});

test('a lost connection tries again by itself, and in the end says what to do', () => {
  let queue = after({ type: 'picked', files: [file('a.pdf')], already: 0 });
  for (let tries = 1; tries <= 5; tries += 1) {
    queue = advance(queue, { type: 'lost', key: 'a.pdf' }, rules);
    expect(queue[0]?.phase).toBe('retrying');
    queue = advance(queue, { type: 'again', key: 'a.pdf' }, rules);
    expect(nextOf(queue)?.name).toBe('a.pdf');
  }
  queue = advance(queue, { type: 'lost', key: 'a.pdf' }, rules);
  expect(queue[0]).toMatchObject({ phase: 'failed' });
});

test('a refusal by the server is told in its own words, line by line', () => {
  const queue = after({ type: 'picked', files: [file('a.pdf')], already: 0 });
  const message = '[rtf] is not an accepted extension.\nAccepted extensions: pdf, doc, png';
  expect(advance(queue, { type: 'refused', key: 'a.pdf', message }, rules)[0]?.message).toEqual([
    '[rtf] is not an accepted extension.',
    'Accepted extensions: pdf, doc, png',
  ]);
});
