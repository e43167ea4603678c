/** Rewrites the embedded store's file, so that nothing is left in it of what older releases deleted or wrote over. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../server/core/config.ts';
import { openDatabase } from '../../server/platform/storage/sqlite/sqlite-database.ts';

/** Throws where the store is another one, or somebody has the file in use for long. */
export const compact = ({ mongodbUrl, mongodbUrlFile, dataDir }: Config): string => {
  if (mongodbUrl !== '' || mongodbUrlFile !== '') throw new Error('Only the embedded store has a file to rewrite');
  const file = join(dataDir, 'formwork.db');
  if (!existsSync(file)) throw new Error(`There is no store: ${file}`);
  const database = openDatabase(file);
  try {
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
  return `${file} was rewritten: what was deleted is no longer in it.`;
};
