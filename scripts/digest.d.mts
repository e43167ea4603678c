export const pageSources: readonly string[];
export const pagesStamp: string;
export const digest: (paths: readonly string[]) => string;
