/** Where traces begin. */
import type { Attributes } from './running.ts';

/** A span that learns on its way what it is called. */
export interface RootSpan {
  rename: (name: string) => void;
  set: (attributes: Attributes) => void;
  fail: () => void;
}

export interface Tracing {
  /** Does `work` in a span that goes on with the trace `from` (a W3C traceparent), or begins one. */
  root: <T>(
    span: { name: string; kind: 'server' | 'internal'; from?: string | undefined; attributes?: Attributes },
    work: (span: RootSpan) => Promise<T>,
  ) => Promise<T>;
  /** Sends what is left; never rejects. */
  stop: () => Promise<void>;
}

const nothing: RootSpan = { rename: () => undefined, set: () => undefined, fail: () => undefined };

export const noTracing: Tracing = { root: (_, work) => work(nothing), stop: () => Promise.resolve() };
