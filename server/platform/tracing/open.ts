import type { Config } from '../../core/config.ts';
import { noTracing, type Tracing } from './tracing.ts';

/** No traces unless a collector is named, and only then the libraries are read. */
export const openTracing = async ({
  tracesUrl,
  tracesPercent,
}: Pick<Config, 'tracesUrl' | 'tracesPercent'>): Promise<Tracing> => {
  if (tracesUrl === '') return noTracing;
  const { createTracing } = await import('./opentelemetry.ts');
  return createTracing(`${tracesUrl}/v1/traces`, tracesPercent / 100);
};
