/** Asks the preview's server. */

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
  const body: Body & { detail?: string } = await response.json();
  if (!response.ok) throw new Error(body.detail ?? `${path} answered ${response.status}`);
  return body;
};
