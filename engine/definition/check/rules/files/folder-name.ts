import type { Rule } from '../rule.ts';

export const folderName: Rule = {
  id: 'folder-name',
  severity: 'error',
  about:
    'A package lies in forms/<id>/<version>, and form.json says the same id and version, so that a version is found where it is named.',
  hint: 'Rename the folder, or change what form.json says.',
  wrong: 'forms/holiday-club/1.1.0/form.json: "version": "1.0.0"',
  right: 'forms/holiday-club/1.1.0/form.json: "version": "1.1.0"',
  check: ({ folder, manifest }) => {
    if (folder === undefined || manifest === undefined) return [];
    return (['id', 'version'] as const).flatMap((key) =>
      manifest[key] === folder[key]
        ? []
        : [
            {
              file: 'form.json',
              pointer: `/${key}`,
              message: `The folder says ${folder[key]}, form.json ${manifest[key]}.`,
            },
          ],
    );
  },
};
