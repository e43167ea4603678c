/** Asks the preview's server. */

const detailOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string'
    ? body.detail
    : undefined;

/** Throws with the server's own sentence when it does not give what was asked for. */
export const ask = async <Body>(path: string, send?: unknown): Promise<Body> => {
  const response = await fetch(
    path,
    send === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Formwork': '1' },
          body: JSON.stringify(send),
        },
  );
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(detailOf(body) ?? `${path} answered ${response.status}`);
  // The server is the other half of this preview.
  return body as Body;
};
