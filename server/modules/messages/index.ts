export { createThreads, type ThreadDocument, type Threads } from './threads.ts';
