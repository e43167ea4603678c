/** What remote control of a browser must be able to do for a journey: so little that it can be had of every engine. */
export interface Driver {
  open: (url: string) => Promise<void>;
  /** What an expression comes to in the open page; data only. */
  evaluate: (expression: string) => Promise<unknown>;
  /** A press with the pointer in the middle of the marked element. Rejects when it cannot be reached there. */
  click: () => Promise<void>;
  /** Words key by key into the marked element. */
  type: (words: string) => Promise<void>;
  /** A file of this machine for the marked element. */
  chooseFile: (path: string) => Promise<void>;
  /** Folder of the files that the page handed to the browser. */
  downloads: string;
  /** Errors in the pages so far, and what their Content-Security-Policy refused. */
  complaints: () => Promise<string[]>;
  screenshot: () => Promise<Uint8Array>;
  /** Ends every process of it. */
  close: () => Promise<void>;
}

/** The element that the next act is about. */
export const marked = '[data-wanted]';

export interface Engine {
  name: string;
  /** Debian's packages that it needs and this machine has not. */
  missing: () => string[];
  /** A window of some 1280 × 900. `folder` is its own, empty, and removed by whoever gave it. */
  launch: (folder: string) => Promise<Driver>;
}
