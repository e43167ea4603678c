/** Named lists of the council, such as places with their addresses, from which forms suggest entries while one types. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { searchKey, searchWords, typedWords } from '../../../engine/index.ts';
import { RegisterEntry } from '../../../wire/form.ts';

export interface Registers {
  /** Reads the folder again; a list that cannot be used keeps its former entries and is named in `problems`. */
  reload: () => Promise<void>;
  /** Up to ten entries whose name holds every word typed, that of exactly this name first, then those that begin so; undefined when there is no such list. */
  suggest: (register: string, typed: string) => RegisterEntry[] | undefined;
  /** Every entry that is called so, however it is written; none where there is no such list. */
  named: (register: string, name: string) => RegisterEntry[];
  problems: () => string[];
}

const mostSuggested = 10;

interface Keyed {
  key: string;
  words: string[];
  entry: RegisterEntry;
}

const isRegister = new Ajv2020({ allErrors: false }).compile<RegisterEntry[]>(Type.Array(RegisterEntry));

const parseRegister = (text: string): Keyed[] => {
  const entries: unknown = JSON.parse(text);
  if (!isRegister(entries)) throw new Error('it must be a list of {name, hint, values}');
  return entries.map((entry) => ({ key: searchKey(entry.name), words: searchWords(entry.name), entry }));
};

/** `registersDir` holds one `<name>.json` for each register; a folder that is not there is no register. */
export const createRegisters = ({ registersDir }: { registersDir: string }): Registers => {
  const lists = new Map<string, Keyed[]>();
  let problems: string[] = [];

  const reload = async (): Promise<void> => {
    const found: string[] = [];
    const names = await readdir(registersDir).catch(() => []);
    for (const name of names.filter((file) => file.endsWith('.json')).sort()) {
      try {
        lists.set(name.slice(0, -'.json'.length), parseRegister(await readFile(join(registersDir, name), 'utf8')));
      } catch (error) {
        found.push(`Register ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    problems = found;
  };

  const suggest = (register: string, typed: string): RegisterEntry[] | undefined => {
    const list = lists.get(register);
    if (list === undefined) return undefined;
    const key = searchKey(typed);
    const typedOnes = typedWords(typed);
    const hits = list.filter(({ words }) => typedOnes.every((part) => words.some((word) => word.includes(part))));
    const exact = hits.filter((item) => item.key === key);
    const first = hits.filter((item) => item.key !== key && item.key.startsWith(key));
    const others = hits.filter((item) => !item.key.startsWith(key));
    return [...exact, ...first, ...others].slice(0, mostSuggested).map((item) => item.entry);
  };

  const named = (register: string, name: string): RegisterEntry[] => {
    const key = searchKey(name);
    return (lists.get(register) ?? []).filter((item) => item.key === key).map((item) => item.entry);
  };

  return { reload, suggest, named, problems: () => problems };
};
