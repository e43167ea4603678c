export { createWork, type Work, type WorkParts } from './work.ts';
export { workModule } from './module.ts';
