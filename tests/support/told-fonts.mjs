/** Loaded before a program, tells on the standard error every font file that the program and its threads read. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const tell = (path) => {
  const [name] = /[^/]+\.(?:ttf|woff2)$/.exec(String(path)) ?? [];
  if (name !== undefined) fs.writeSync(2, `read ${name}\n`);
};

const { readFileSync } = fs;
const { readFile } = fs.promises;
fs.readFileSync = (path, ...rest) => {
  tell(path);
  return readFileSync(path, ...rest);
};
fs.promises.readFile = (path, ...rest) => {
  tell(path);
  return readFile(path, ...rest);
};
syncBuiltinESMExports();
