/** What the forms on offer add to the service. */
import type { Module } from '../../platform/module.ts';
import { catalogueVersionRoutes, type CatalogueHistoryRouteParts } from './routes-catalogue-versions.ts';
import { formRoutes, type FormRouteParts } from './routes-forms.ts';
import { registerRoutes, type RegisterRouteParts } from './routes-registers.ts';
import { validatorRoutes } from './routes-validators.ts';

type Parts = FormRouteParts & RegisterRouteParts & CatalogueHistoryRouteParts;

export const catalogueModule = (parts: Parts): Module => ({
  routes: [...formRoutes(parts), ...validatorRoutes(parts), ...registerRoutes(parts), ...catalogueVersionRoutes(parts)],
  ready: {
    forms: () => {
      const { served, refused } = parts.catalogue.state();
      const words = [
        ...refused.map(({ form, version, reason }) => `${form} ${version}: ${reason}`),
        ...parts.registers.problems(),
      ];
      if (served.length === 0) words.unshift('No form is served.');
      return words.length === 0
        ? undefined
        : { level: served.length === 0 ? 'stop' : 'fault', detail: words.join(' ') };
    },
  },
  load: async () => {
    await Promise.all([parts.catalogue.reload(), parts.registers.reload()]);
  },
});
