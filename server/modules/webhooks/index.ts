export { createWebhooks, type Webhooks } from './webhooks.ts';
export { webhooksModule } from './module.ts';
