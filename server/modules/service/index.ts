export { serviceModule } from './module.ts';
export type { DemoAccount } from './routes.ts';
