import { parse } from 'content-disposition';
import { send } from './client.ts';

/**
 * Fetches a file and hands it to the browser to keep under `name`, by default that which the server gives it. Throws as `send` does, so
 * that a refusal can be said in the page. `body`: what it is made of, where that is to be sent.
 */
export const saveFile = async (path: string, name?: string, body?: object): Promise<void> => {
  const headers = { Accept: '*/*', ...(body !== undefined && { 'Content-Type': 'application/json' }) };
  const asked = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await send(path, { ...asked, headers });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? parse(response.headers.get('Content-Disposition') ?? '').parameters['filename'] ?? '';
  link.click();
  // The browser reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
