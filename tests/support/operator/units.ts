/** What systemd and compose are told of a service, as the process that comes of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isObject, textOf } from '../../../engine/json.ts';

/** A program with all that it is run with. */
export interface Run {
  command: string[];
  env: Record<string, string>;
  folder: string;
  /** By the name under which it is found in the folder of credentials, the file. */
  credentials: Record<string, string>;
  /** Made before it starts. */
  folders: string[];
  /** Whether to wait for its end. */
  once: boolean;
}

/** Where the parts of the system that commands name are, for whoever has no machine of their own. */
export const inPrefix = (prefix: string, text: string): string =>
  text.replaceAll(/(?<![\w.}~/])\/(etc|opt|var|usr\/bin\/node|usr\/local\/sbin)\b/g, `${prefix}/$1`);

const pairOf = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
};

const variablesIn = (file: string): [string, string][] => {
  const optional = file.startsWith('-');
  try {
    const lines = readFileSync(optional ? file.slice(1) : file, 'utf8').split('\n');
    return lines.filter((line) => /^\w+=/.test(line)).map(pairOf);
  } catch (error) {
    if (optional) return [];
    throw error;
  }
};

/** Words of a line, of which those in single quotes are one. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);

/** The properties of a unit, each in its order. Anything that only shuts a service in is left out. */
export const runOfUnit = (prefix: string, properties: readonly [string, string][], words?: string[]): Run => {
  const all = (name: string): string[] =>
    properties.filter(([each]) => each === name).map(([, value]) => inPrefix(prefix, value));
  const credentials = join(prefix, 'run/credentials');
  const line = (all('ExecStart')[0] ?? '').replaceAll('$$', '$').replaceAll('%%', '%');
  return {
    command: words?.map((word) => inPrefix(prefix, word)) ?? wordsOf(line),
    env: {
      ...Object.fromEntries(all('Environment').map((each) => pairOf(each.replaceAll('%d', credentials)))),
      ...Object.fromEntries(all('EnvironmentFile').flatMap(variablesIn)),
      CREDENTIALS_DIRECTORY: credentials,
    },
    folder: all('WorkingDirectory')[0] ?? '/',
    credentials: Object.fromEntries(
      all('LoadCredential').map((each): [string, string] => {
        const [name = '', file = ''] = each.split(':');
        return [name, file];
      }),
    ),
    folders: all('StateDirectory').map((name) => join(prefix, 'var/lib', name)),
    once: all('Type').includes('oneshot'),
  };
};

export const propertiesIn = (unit: string): [string, string][] =>
  unit.split('\n').flatMap((line) => (/^\w+=/.test(line) ? [pairOf(line)] : []));

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A service of compose in the image of the Dockerfile beside it, on this machine: what is a volume or a secret there is a folder or file of `deploy`. */
export const runOfService = (deploy: string, name: string, words?: string[]): Run => {
  const variables = Object.fromEntries(variablesIn(`-${join(deploy, '.env')}`));
  const compose: unknown = parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8'), { merge: true });
  const services = isObject(compose) && isObject(compose['services']) ? compose['services'] : {};
  const service = services[name];
  if (!isObject(service)) throw new Error(`compose.yaml has no service “${name}”`);
  const image = readFileSync(join(deploy, 'Dockerfile'), 'utf8');
  const own = /^ENV ((?:.*\\\n)*.*)$/m.exec(image)?.[1]?.replaceAll('\\\n', ' ') ?? '';
  const { environment, entrypoint } = service;
  const secrets = new Set(textsIn(service['secrets']));
  const volumes = textsIn(service['volumes']).map((volume) => volume.split(':'));
  const here = (text: string): string => {
    const place = text.replace(
      /\$\{(\w+):-([^}]*)\}/g,
      (_, variable: string, other: string) => variables[variable] ?? other,
    );
    const [, secret = ''] = /^\/run\/secrets\/(.*)$/.exec(place) ?? [];
    if (secret !== '' && !secrets.has(secret)) throw new Error(`${name} is not given the secret ${secret}`);
    if (secret !== '') return join(deploy, 'secrets', secret);
    return volumes.reduce(
      (left, [volume = '', at = '']) =>
        left === at || left.startsWith(`${at}/`) ? join(deploy, 'volumes', volume) + left.slice(at.length) : left,
      place,
    );
  };
  const program = /^CMD (\[.*\])$/m.exec(image)?.[1] ?? '[]';
  const begins = textsIn(entrypoint);
  const command = begins.length > 0 ? [...begins, ...(words ?? [])] : (words ?? textsIn(JSON.parse(program)));
  return {
    command: command.map(here),
    env: Object.fromEntries(
      [...wordsOf(own).map(pairOf), ...Object.entries(isObject(environment) ? environment : {})].map(([key, value]) => [
        key,
        here(textOf(value)),
      ]),
    ),
    folder: join(deploy, '..'),
    credentials: {},
    folders: volumes.map(([volume = '']) => join(deploy, 'volumes', volume)),
    once: false,
  };
};
