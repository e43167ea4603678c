/** All services, once they are made. Modules choose from them by name; none takes them whole. */
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { Migrations } from '../platform/migrations/run.ts';
import type { CouncilServices } from './council-services.ts';
import type { FormServices } from './form-services.ts';
import type { Core } from './foundations.ts';

export interface Made extends Core, FormServices, CouncilServices {
  metrics: Metrics;
  migrations: Migrations;
  /** How things stand at this moment, as Prometheus reads it. */
  state: () => Promise<string>;
  keysTaken: () => string[];
}
