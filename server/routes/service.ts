import { Service } from '../../wire/form.ts';
import { today } from '../clock.ts';
import { route, type Route } from '../http/route.ts';
import type { Services } from '../services/services.ts';

export const serviceRoutes = ({ config, clock, demoAccounts }: Services): Route[] => [
  route({
    method: 'GET',
    path: '/api/service',
    summary: 'What the service is called, whom to ask, and the links of the council.',
    who: 'anyone',
    quiet: true,
    responses: { 200: Service },
    handler: async () => ({
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
        scanner: config.scannerUrl === '' ? 'none' : 'on',
        ...(config.demonstration ? { demoAccounts } : {}),
      },
    }),
  }),
];
