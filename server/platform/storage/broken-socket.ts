const broken = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTCONN',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
]);

/** Whether a connection broke, told by the code of the socket or stream. */
export const isBrokenSocket = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && broken.has(error.code);
