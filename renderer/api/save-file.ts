import { parse } from 'content-disposition';
import { send } from './client.ts';

/**
 * Fetches a file and hands it to the browser to keep under `name`, by default that which the server gives it. Throws as `send` does, so
 * that a refusal can be said in the page.
 */
export const saveFile = async (path: string, name?: string): Promise<void> => {
  const response = await send(path, { headers: { Accept: '*/*' } });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? parse(response.headers.get('Content-Disposition') ?? '').parameters['filename'] ?? '';
  link.click();
  // The browser reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
