/** The span in which something happens, known to whatever it calls. Without one, or with tracing off, nothing is recorded and nothing costs. */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Patterns, kinds and numbers; never a name, an answer or an address. */
export type Attributes = Record<string, string | number | boolean>;

export interface Running {
  /** W3C Trace Context, by which another system goes on with the trace. */
  traceparent: string;
  child: <T>(name: string, attributes: Attributes, work: () => Promise<T>) => Promise<T>;
}

const running = new AsyncLocalStorage<Running>();

export const within = <T>(span: Running, work: () => T): T => running.run(span, work);

/** What is begun in a request and goes on without it belongs to none. */
export const outside = <T>(work: () => T): T => running.exit(work);

/** Does `work` in a span of its own when there is one to hang it on. */
export const spanOf = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  running.getStore()?.child(name, attributes, work) ?? work();

export const traceparent = (): string | undefined => running.getStore()?.traceparent;
