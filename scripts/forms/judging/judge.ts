/** The verdict of the check on packages: kept by what they say, and made on every core where there are many to make. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { problemsOf, type DefinitionProblem } from '../../../engine/author.ts';
import { isObject } from '../../../engine/json.ts';
import { readLock } from '../lock.ts';
import { readFrom, type Package, type PackageFolder } from '../packages.ts';
import { councilSurroundings } from '../settings.ts';
import { keyOf, keptVerdicts, keepVerdicts } from './verdicts.ts';

/** Everything wrong with a package, by what was published and what the council has set. */
export const judge = (formsDir: string, { form, version, files }: Package): DefinitionProblem[] => {
  const publishedHash = readLock(formsDir)[form]?.[version];
  return problemsOf(files, {
    folder: { id: form, version },
    ...(publishedHash === undefined ? {} : { publishedHash }),
    ...councilSurroundings(formsDir),
  });
};

interface Share {
  formsDir: string;
  places: readonly PackageFolder[];
}

const isPlace = (value: unknown): boolean =>
  isObject(value) && ['form', 'version', 'folder'].every((name) => typeof value[name] === 'string');

export const isShare = (value: unknown): value is Share =>
  isObject(value) &&
  typeof value['formsDir'] === 'string' &&
  Array.isArray(value['places']) &&
  value['places'].every(isPlace);

/** A worker costs about as much as judging so many packages. */
const worthAWorker = 4;

const inWorker = async (share: Share): Promise<DefinitionProblem[][]> => {
  const { promise, resolve, reject } = Promise.withResolvers<DefinitionProblem[][]>();
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: share });
  worker.once('message', resolve).once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The check stopped with ${code}.`)));
  return promise;
};

/** In the order of the places. One share is judged here, so that no core waits. */
const judgeNow = async (formsDir: string, places: readonly PackageFolder[]): Promise<DefinitionProblem[][]> => {
  const count = Math.max(1, Math.min(availableParallelism(), Math.floor(places.length / worthAWorker)));
  // Versions of one form stand together, and together are quicker to judge.
  const size = Math.ceil(places.length / count);
  const shares = Array.from({ length: count }, (_, share) => places.slice(share * size, (share + 1) * size));
  const elsewhere = shares.slice(1).map((share) => inWorker({ formsDir, places: share }));
  const here = (shares[0] ?? []).map((place) => judge(formsDir, readFrom(formsDir, place)));
  return [here, ...(await Promise.all(elsewhere))].flat();
};

/** The problems of each package, in their order; what was judged before and has not changed is not judged again. */
export const judgeAll = async (formsDir: string, places: readonly PackageFolder[]): Promise<DefinitionProblem[][]> => {
  const surroundings = JSON.stringify(councilSurroundings(formsDir));
  const lock = readLock(formsDir);
  const keys = places.map((place) => keyOf(readFrom(formsDir, place), lock[place.form]?.[place.version], surroundings));
  const kept = keptVerdicts(formsDir);
  const open = places.filter((_, index) => !kept.has(keys[index] ?? ''));
  const judged = await judgeNow(formsDir, open);
  const made = new Map(open.map((place, index) => [place, judged[index] ?? []]));
  const verdicts = places.map((place, index) => made.get(place) ?? kept.get(keys[index] ?? '') ?? []);
  if (open.length > 0)
    keepVerdicts(
      formsDir,
      new Map([...kept, ...keys.map((key, index) => [key, verdicts[index] ?? []] as const)]),
      keys,
    );
  return verdicts;
};
