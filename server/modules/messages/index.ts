export { createThreads, type ThreadDocument, type Threads } from './threads.ts';
export { messagesModule } from './module.ts';
