export { createWork, type Work } from './work.ts';
export { workModule } from './module.ts';
export { createStories, type Stories } from './story.ts';
