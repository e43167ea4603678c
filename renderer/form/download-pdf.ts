import { saveFile } from '../api/save-file.ts';
import { englishT, type FormTranslate } from './words.ts';

/** Fetches the PDF of a form as it is on the server and hands it to the browser; what went wrong, in words, when it did. */
export const downloadPdf = async (path: string, t: FormTranslate = englishT): Promise<string | undefined> => {
  try {
    await saveFile(path);
    return undefined;
  } catch (error) {
    // The server's own words are English.
    const why = error instanceof Error && t.language === 'en' ? error.message : '';
    return `${t('pdf.failed')} ${why}`.trim();
  }
};
