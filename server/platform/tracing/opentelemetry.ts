/** Traces by OpenTelemetry, sent as OTLP over HTTP. A collector that is slow or away loses spans, never a request. */
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { release } from '../../core/release.ts';
import { within, type Running } from './running.ts';
import type { Tracing } from './tracing.ts';

const timeoutMillis = 5000;

const kinds = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL };

const traceparentOf = (span: Span): string => {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
};

/** Only the name of an error: its words may hold what no collector may see. */
const failed = (span: Span, error?: unknown): void => {
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (error instanceof Error) span.setAttribute('error.type', error.name);
};

/** `share`: 0–1, of the traces. A caller says which trace goes on, and never that it is recorded. */
export const createTracing = (url: string, share: number): Tracing => {
  const ratio = new TraceIdRatioBasedSampler(share);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'formwork', 'service.version': release }),
    sampler: new ParentBasedSampler({ root: ratio, remoteParentSampled: ratio, remoteParentNotSampled: ratio }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url, timeoutMillis }),
        exportTimeoutMillis: timeoutMillis,
      }),
    ],
  });
  const tracer = provider.getTracer('formwork', release);

  const inSpan = async <T>(span: Span, context: Context, work: () => Promise<T>): Promise<T> => {
    try {
      return await within(runningIn(span, trace.setSpan(context, span)), work);
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  };

  const runningIn = (span: Span, context: Context): Running => ({
    traceparent: traceparentOf(span),
    child: (name, attributes, work) => inSpan(tracer.startSpan(name, { attributes }, context), context, work),
  });

  return {
    root: ({ name, kind, from, attributes = {} }, work) => {
      const remote = from === undefined ? null : parseTraceParent(from);
      const context =
        remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true });
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, context);
      return inSpan(span, context, () =>
        work({
          rename: (better) => void span.updateName(better),
          set: (more) => void span.setAttributes(more),
          fail: () => failed(span),
        }),
      );
    },
    stop: () => provider.shutdown().catch(() => undefined),
  };
};
