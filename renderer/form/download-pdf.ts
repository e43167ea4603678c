import { send } from '../api/client.ts';
import { englishSay, type FormSay } from './words.ts';

const nameIn = (disposition: string | null): string => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'form.pdf';

/** Fetches the PDF of a form as it is on the server and hands it to the browser; what went wrong, in words, when it did. */
export const downloadPdf = async (path: string, say: FormSay = englishSay): Promise<string | undefined> => {
  try {
    const response = await send(path, {
      method: 'GET',
      headers: { Accept: 'application/pdf' },
    });
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = nameIn(response.headers.get('Content-Disposition'));
    link.click();
    URL.revokeObjectURL(address);
    return undefined;
  } catch (error) {
    // The server's own words are English.
    const why = error instanceof Error && say.language === 'en' ? error.message : '';
    return `${say('pdf.failed')} ${why}`.trim();
  }
};
