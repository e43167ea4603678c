/** The author's check of a folder of forms, as the command line runs it, its start included: how it grows with the number of packages. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newForm } from '../scripts/forms/new.ts';
import { forgetVerdicts } from '../scripts/forms/judging/verdicts.ts';
import { readPackage, readPackages, type Package } from '../scripts/forms/packages.ts';
import { figure, median, type Figure } from './measure.ts';

const repository = join(import.meta.dirname, '..');
const counts = [1, 10, 100, 1000] as const;

/** A folder of forms with `count` copies of a package, its blocks too, each under a name of its own. */
const copies = ({ files }: Package, count: number): string => {
  const forms = mkdtempSync(join(tmpdir(), 'formwork-check-'));
  for (let number = 1; number <= count; number += 1) {
    const id = `form-${number}`;
    for (const [path, text] of Object.entries(files)) {
      const file = join(forms, id, '1.0.0', path);
      mkdirSync(dirname(file), { recursive: true });
      const named = text.replace(/"id": "[^"]*"/, `"id": "${id}"`).replace(/"version": "[^"]*"/, '"version": "1.0.0"');
      writeFileSync(file, path === 'form.json' ? named : text);
    }
  }
  return forms;
};

const secondsOfRun = (forms: string): number => {
  const from = performance.now();
  execFileSync(process.execPath, ['scripts/forms.ts', '--forms', forms, 'check'], { cwd: repository, stdio: 'pipe' });
  return (performance.now() - from) / 1000;
};

const remove = (forms: string): void => {
  rmSync(forms, { recursive: true, force: true });
  forgetVerdicts(forms);
};

/** Seconds from the command to its end, nothing kept from before; the check must find nothing wrong. */
const secondsOf = (pack: Package, count: number, times: number): number => {
  const forms = copies(pack, count);
  const runs = Array.from({ length: times }, () => {
    forgetVerdicts(forms);
    return secondsOfRun(forms);
  });
  remove(forms);
  return median(runs);
};

/** The same for a folder that was checked before and of which ten packages have changed since. */
const secondsAgain = (pack: Package, count: number): number => {
  const forms = copies(pack, count);
  secondsOfRun(forms);
  for (let number = 1; number <= 10; number += 1)
    appendFileSync(join(forms, `form-${number}`, '1.0.0', 'text.en.json'), '\n');
  const seconds = secondsOfRun(forms);
  remove(forms);
  return seconds;
};

export const measureCheck = (): Figure[] => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-new-'));
  newForm(folder, 'form');
  const small = readPackage(folder, 'form');
  const [one, ten, hundred, thousand] = counts.map((count) => secondsOf(small, count, count < 1000 ? 3 : 1));
  const again = secondsAgain(small, 1000);
  rmSync(folder, { recursive: true, force: true });
  const size = ({ files }: Package): number => Object.values(files).join('').length;
  const [whole] = readPackages(join(repository, 'forms')).sort((left, right) => size(right) - size(left));
  if (whole === undefined) return [];
  const [wholeOne, wholeTen] = [secondsOf(whole, 1, 3), secondsOf(whole, 10, 3)];
  if (one === undefined || ten === undefined || hundred === undefined || thousand === undefined) return [];
  const early = ((hundred - ten) / 90) * 1000;
  const late = ((thousand - hundred) / 900) * 1000;
  return [
    figure('Check of 1 new form', 's', one),
    figure('Check of 10 new forms', 's', ten, { beside: { name: '1 form', value: one } }),
    figure('Check of 100 new forms', 's', hundred, { beside: { name: '10 forms', value: ten } }),
    figure('Check of 1,000 new forms', 's', thousand, {
      beside: { name: '100 forms', value: hundred },
      target: '≤ 20 s',
      met: thousand <= 20,
    }),
    figure('Check of 1,000 new forms again, ten of them changed', 's', again, {
      beside: { name: 'nothing kept', value: thousand },
      target: '≤ 8 s',
      met: again <= 8,
    }),
    figure('Check, each form from 100 to 1,000', 'ms', late, {
      beside: { name: 'each form from 10 to 100', value: early },
      target: 'linear: ≤ 1.5 times',
      met: late <= 1.5 * early,
    }),
    figure('Check, each further copy of a whole form of the repository', 'ms', ((wholeTen - wholeOne) / 9) * 1000),
  ];
};
