/** Characters as JSON Schema and people count them: an emoji beyond the first plane is one, though JavaScript counts two. */
export const characterCount = (text: string): number => Array.from(text).length;
