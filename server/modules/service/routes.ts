import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { MailState, Service } from '../../../wire/form.ts';
import { today } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { isMailLate, type MailLateParts } from './mail-late.ts';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';

const logoTypes: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png' };

/** Whom anybody may sign in as, in a demonstration. */
export interface DemoAccount {
  email: string;
  password: string;
  who: string;
}

export interface ServiceRouteParts extends MailLateParts {
  config: Config;
  clock: Clock;
  /** Shown on the sign-in page of a demonstration; empty otherwise. */
  demoAccounts: DemoAccount[];
}

export const serviceRoutes = ({ config, clock, demoAccounts, ...parts }: ServiceRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/service',
    summary: 'What the service is called, whom to ask, and the links of the council.',
    who: 'anyone',
    quiet: true,
    responses: { 200: Service },
    handler: () => ({
      status: 200,
      body: {
        council: config.council,
        name: config.serviceName,
        timeZone: config.timeZone,
        today: today(clock, config.timeZone),
        demonstration: config.demonstration,
        idleMinutes: config.idleMinutes,
        contact: { team: config.contactTeam, email: config.contactEmail, phone: config.contactPhone },
        links: config.links,
        brand: { colour: config.brandColour, ...(config.logoFile === '' ? {} : { logo: '/api/service/logo' }) },
        ...(config.demonstration ? { demoAccounts } : {}),
      },
    }),
  }),
  route({
    method: 'GET',
    path: '/api/service/mail',
    summary: 'Whether emails, with the codes to sign in, take longer than usual at the moment.',
    who: 'anyone',
    quiet: true,
    anonymous: true,
    responses: { 200: MailState },
    handler: async () => ({ status: 200, body: { late: await isMailLate({ clock, ...parts }) } }),
  }),
  route({
    method: 'GET',
    path: '/api/service/logo',
    produces: 'image/svg+xml|image/png',
    summary: 'The council’s logo.',
    who: 'anyone',
    quiet: true,
    responses: { 200: 'stream' },
    handler: async () => {
      const type = logoTypes[extname(config.logoFile)];
      if (type === undefined) throw problem('not-found');
      const stream = await readFile(join(config.councilDir, basename(config.logoFile)));
      return { status: 200, stream, headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' } };
    },
  }),
];
