export { createWork, type Work, type WorkParts } from './work.ts';
export { workModule } from './module.ts';
export { createStories, type Stories, type StoryRequest } from './story.ts';
