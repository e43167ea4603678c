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

/** Whether a connection broke, told in the words of the socket or stream; some of them name no system call. */
export const isBrokenSocket = (error: unknown): boolean =>
  error instanceof Error &&
  ('syscall' in error || ('code' in error && typeof error.code === 'string' && broken.has(error.code)));
