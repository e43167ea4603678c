export { createWebhooks, deliverWork, type Webhooks } from './webhooks.ts';
