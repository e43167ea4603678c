/** `npm run bench [-- name … --json FILE]`, of `load` also `--minutes N`, of `millions` `--tasks N`, of both `--mongodb`: every figure beside what it was measured against in the same run. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAutosave } from './autosave.ts';
import { measureCheck } from './check.ts';
import { measureHeld } from './held.ts';
import { measureLoad } from './load.ts';
import type { Figure } from './measure.ts';
import { measureMillions } from './millions.ts';
import type { BenchOptions } from './options.ts';
import { measurePages } from './page.ts';
import { measurePdf } from './pdf.ts';
import { measureSeals } from './seals.ts';
import { measureTasks } from './tasks.ts';
import { measureTrail } from './trail.ts';
import { measureUploads } from './uploads.ts';

const benchmarks: Record<string, (options: BenchOptions) => Figure[] | Promise<Figure[]>> = {
  pages: measurePages,
  autosave: measureAutosave,
  seals: measureSeals,
  pdf: measurePdf,
  uploads: measureUploads,
  tasks: measureTasks,
  check: measureCheck,
  held: measureHeld,
  trail: measureTrail,
  millions: measureMillions,
  load: measureLoad,
};
/** Only when they are named: they take long. */
const onlyNamed = new Set(['millions', 'load']);

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    minutes: { type: 'string', default: '20' },
    tasks: { type: 'string', default: '1000000' },
    mongodb: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const options: BenchOptions = {
  minutes: Number(values.minutes),
  tasks: Number(values.tasks),
  mongodb: values.mongodb,
};
if (!(options.minutes > 0) || !(options.tasks >= 1000)) {
  console.error('--minutes is a number above 0, --tasks one of 1,000 or more');
  process.exit(2);
}
const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}

const line = ({ name, unit, value, beside, ratio, target, met }: Figure): string =>
  [
    `${met === false ? '✗' : met === true ? '✓' : '·'} ${name}: ${value} ${unit}`,
    beside === undefined ? '' : `; ${beside.name}: ${beside.value} ${unit} (ratio ${ratio ?? ''})`,
    target === undefined ? '' : `; asked: ${target}`,
  ].join('');

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(benchmarks)) {
  if (positionals.length > 0 ? !positionals.includes(name) : onlyNamed.has(name)) continue;
  console.log(`\n${name}`);
  for (const figure of await measure(options)) {
    figures.push(figure);
    console.log(line(figure));
  }
}

if (values.json !== undefined) {
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
  };
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const result = { date: new Date().toISOString().slice(0, 10), commit, node: process.version, machine, figures };
  writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}
const missed = figures.filter(({ met }) => met === false).length;
console.log(`\n${figures.length} figures, ${missed} short of what is asked`);
process.exit(0);
