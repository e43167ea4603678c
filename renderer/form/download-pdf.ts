import { send } from '../api/client.ts';
import { englishT, type FormTranslate } from './words.ts';

const nameIn = (disposition: string | null): string => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'form.pdf';

/** Fetches the PDF of a form as it is on the server and hands it to the browser; what went wrong, in words, when it did. */
export const downloadPdf = async (path: string, t: FormTranslate = englishT): Promise<string | undefined> => {
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
    const why = error instanceof Error && t.language === 'en' ? error.message : '';
    return `${t('pdf.failed')} ${why}`.trim();
  }
};
