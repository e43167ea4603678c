/** Who is signed in, for components. */
import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../wire/account.ts';
import { meQuery, serviceQuery } from './portal.ts';
import type { Service } from '../../wire/form.ts';

/** `undefined` while it is not known yet, `null` when nobody is signed in. */
export const useAccount = (): Account | null | undefined => useQuery(meQuery).data?.account;

const unknown: Service = {
  council: '',
  name: 'Online services',
  timeZone: 'Europe/London',
  today: '',
  demonstration: false,
  idleMinutes: 30,
  contact: { team: '', email: '', phone: '' },
  links: {},
  brand: { colour: '' },
};

/** What the portal is called, its links and contact. */
export const useService = (): Service => useQuery(serviceQuery).data ?? unknown;
