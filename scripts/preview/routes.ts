/** The preview's own routes, beside those of the portal and in this process only. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import Type from 'typebox';
import { problem } from '../../server/core/errors.ts';
import { route, type Reply, type Route } from '../../server/platform/http/route.ts';
import type { AccountRecord } from '../../server/modules/accounts/index.ts';
import type { Services } from '../../server/composition/services.ts';
import type { Bench } from './bench.ts';
import type { PreviewDrafts } from './drafts.ts';
import type { Events } from './events.ts';
import { allMessages } from './messages.ts';
import { Answers, Files, Messages, Open, Opened, State, Why } from './shapes.ts';

export interface PreviewParts {
  services: Services;
  bench: Bench;
  drafts: PreviewDrafts;
  events: Events;
  owner: AccountRecord;
}

const folder = join(import.meta.dirname, 'page');
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The page's files as they lie here; its script without the types. */
const pageFile = (name: string, type: keyof typeof types): Reply => {
  const text = readFileSync(join(folder, name), 'utf8');
  const body = name.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
  return { status: 200, stream: Buffer.from(body), headers: { 'Content-Type': types[type] ?? '' } };
};

const WithDraft = Type.Object({ draft: Type.String({ maxLength: 80 }) });
const FormVersion = Type.Object({ id: Type.String(), version: Type.String() });

/** PDFs are drawn by the browser's own viewer, which a stricter policy would keep out. */
const pdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

export const previewRoutes = ({ services, bench, drafts, events, owner }: PreviewParts): Route[] => {
  const { catalogue, sessions } = services;

  const whatToShow = (from: { example?: string; from?: string }): { example?: string; draft?: string } => ({
    ...(from.example === undefined ? {} : { example: from.example }),
    ...(from.from === undefined ? {} : { draft: from.from }),
  });

  return [
    route({
      method: 'GET',
      path: '/preview',
      summary: 'The page',
      who: 'anyone',
      responses: { 200: 'stream' },
      handler: () => pageFile('page.html', 'html'),
    }),
    route({
      method: 'GET',
      path: '/preview/page.css',
      summary: 'Its style',
      who: 'anyone',
      responses: { 200: 'stream' },
      handler: () => pageFile('page.css', 'css'),
    }),
    route({
      method: 'GET',
      path: '/preview/:name.ts',
      summary: 'Its script',
      who: 'anyone',
      params: Type.Object({ name: Type.String({ pattern: '^[a-z]+$' }) }),
      responses: { 200: 'stream' },
      handler: ({ params }) => pageFile(`${params.name}.ts`, 'js'),
    }),
    route({
      method: 'GET',
      path: '/preview/state',
      summary: 'The newest version on disk, and what is wrong with it',
      who: 'anyone',
      quiet: true,
      responses: { 200: State },
      handler: () => ({ status: 200, body: bench.state() }),
    }),
    route({
      method: 'GET',
      path: '/preview/events',
      summary: 'Told when a file or an answer changes',
      who: 'anyone',
      responses: { 200: 'stream' },
      handler: () => ({
        status: 200,
        stream: events.listen(),
        headers: { 'Content-Type': 'text/event-stream' },
      }),
    }),
    route({
      method: 'POST',
      path: '/preview/open',
      summary: 'Begin a draft of what can be shown, as somebody who is signed in',
      who: 'anyone',
      body: Open,
      responses: { 200: Opened },
      handler: async ({ body }) => {
        if (body.language !== undefined) bench.speak(body.language);
        const opened = await drafts.open(whatToShow(body));
        const { token } = await sessions.begin(owner);
        return { status: 200, body: opened, session: { token } };
      },
    }),
    route({
      method: 'GET',
      path: '/preview/answers',
      summary: 'What is stored of a draft, and what follows from it',
      who: 'anyone',
      query: WithDraft,
      responses: { 200: Answers },
      handler: async ({ query }) => ({ status: 200, body: await drafts.answers(query.draft) }),
    }),
    route({
      method: 'GET',
      path: '/preview/why',
      summary: 'What is hidden, and the rule that hides it',
      who: 'anyone',
      query: WithDraft,
      responses: { 200: Why },
      handler: async ({ query }) => ({ status: 200, body: await drafts.why(query.draft) }),
    }),
    route({
      method: 'GET',
      path: '/preview/pdf',
      summary: 'A draft as a PDF',
      who: 'anyone',
      query: WithDraft,
      responses: { 200: 'stream' },
      handler: async ({ query }) => ({
        status: 200,
        stream: await drafts.pdf(query.draft),
        headers: { 'Content-Type': 'application/pdf', 'Content-Security-Policy': pdfPolicy },
      }),
    }),
    route({
      method: 'GET',
      path: '/preview/messages',
      summary: 'Every message that every question can give',
      who: 'anyone',
      responses: { 200: Messages },
      handler: async () => {
        const formVersion = bench.formVersion();
        if (formVersion === undefined) throw problem('gone', { detail: 'No version of this form could be read yet.' });
        return { status: 200, body: allMessages(await bench.compiled(formVersion)) };
      },
    }),
    route({
      method: 'GET',
      path: '/preview/files',
      summary: 'The files as they are on disk',
      who: 'anyone',
      responses: { 200: Files },
      handler: () => ({ status: 200, body: bench.files() }),
    }),
    // In place of the portal's: the last version that could be read, also while its files are broken.
    route({
      method: 'GET',
      path: '/api/forms/:id/:version',
      summary: 'Definition of one version of a form',
      who: 'anyone',
      params: FormVersion,
      responses: { 200: 'stream' },
      handler: async ({ params }) => {
        const { id, version } = params;
        const good = bench.formVersion();
        const asked = good?.ref.id === id && good.ref.version === version ? good : await catalogue.version(id, version);
        if (asked === undefined) throw problem('not-found');
        const { definition } = asked;
        const body = { definition, validators: `/validators/${definition.hash}.js` };
        return {
          status: 200,
          stream: Buffer.from(JSON.stringify(body)),
          headers: { 'Content-Type': 'application/json; charset=utf-8' },
        };
      },
    }),
  ];
};
