/**
 * Stands in for Ajv and its formats in the browser (`vite.config.ts`). JSON Forms would bring the compiler along for forms that are
 * compiled on the page, which the Content-Security-Policy forbids; ours are compiled on the server.
 */
const noCompiler = (): never => {
  throw new Error('Nothing is compiled in the browser.');
};

export default noCompiler;
