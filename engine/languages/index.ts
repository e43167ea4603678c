/** What the engine itself says, in other languages than English: flat texts, each file loaded when somebody asks for its language. */
import type { Texts } from '../definition/model/definition.ts';

const files: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  pl: () => import('./pl.json', { with: { type: 'json' } }),
};

/** The engine's words in a language; none for one in which it knows no words, and for English, which it has of itself. */
export const engineWords = async (language: string): Promise<Texts> =>
  Object.hasOwn(files, language) ? ((await files[language]?.())?.default ?? {}) : {};
