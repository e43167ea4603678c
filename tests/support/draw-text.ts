/** Draws one document whose only answer is the text that is given, and writes the number of bytes of its PDF. */
import { draw } from '../../server/platform/pdf/draw.ts';
import { sample } from '../pdf/sample.ts';

const blocks = [
  { kind: 'answer' as const, pointer: '/a', question: 'Question', lines: process.argv.slice(2), required: true },
];
const sections = [{ id: 'one', heading: 'Answers', blocks }];
const bytes = await draw({ ...sample, cover: [], signatories: [], attachments: [], sections });
console.log(bytes.length);
