/** `npm run ops -- <verb>`: what an operator does beside the running service, with the service's own settings. */
import { Command } from 'commander';
import { makeAdministrator } from './administrator.ts';
import { backup } from './backup.ts';
import { backupInto } from './backup-into.ts';
import { carryOut, planAccount, planCase, planWords, type EraseOptions } from './erase.ts';
import { compact } from './compact.ts';
import { exportCase } from './export-case.ts';
import { exportAccount } from './export.ts';
import { migrate } from './migrate.ts';
import { servicesOf, withInstallation } from './open.ts';
import { retained, retainedWords } from './retain.ts';
import { checkBackup, restore } from './restore.ts';
import { rotatedWords, rotateKeys } from './rotate-keys.ts';
import { noteBackup } from '../../server/platform/jobs/last-backup.ts';
import { sendWaiting, sentWords } from './send-waiting.ts';
import { verifiedWords, verify } from './verify.ts';
import { printVerifiedWords, verifyPrint } from './verify-print.ts';

export const program = new Command('npm run ops --')
  .description('Name the first administrator, back up, restore, verify, change keys, export and erase.')
  .showHelpAfterError('(use --help to see the options)');

/** 0: all is well; 1: something was found; 2: it could not be done. */
const verdict = (well: boolean): void => {
  if (!well) process.exitCode = 1;
};

program
  .command('administrator')
  .description('invite the first administrator by mail')
  .argument('<address>', 'email address')
  .option('--forename <name>', 'can be changed later under My account', 'Service')
  .option('--surname <name>', 'can be changed later under My account', 'Administrator')
  .option('--force', 'also when there is an administrator already', false)
  .action(async (email: string, options: { forename: string; surname: string; force: boolean }) => {
    console.log(await withInstallation((parts) => makeAdministrator(parts, { email, ...options }), { fresh: true }));
  });

program
  .command('backup')
  .description('copy everything while the service runs')
  .requiredOption('--out <path>', 'a folder that is not there yet, or a file that ends in .tar')
  .action(async ({ out }: { out: string }) => {
    const { counts, blobs, missing, from, to } = await withInstallation(async (parts) => {
      const made = await backup(parts, out);
      if (made.missing.length === 0) await noteBackup(parts.store, made.to);
      return made;
    });
    const documents = Object.values(counts).reduce((sum, count) => sum + count, 0);
    console.log(`${out}: ${documents} records and ${blobs} documents, read from ${from} to ${to}.`);
    for (const id of missing) console.log(`attachment ${id}: its bytes are missing`);
    verdict(missing.length === 0);
  });

program
  .command('backup-into')
  .description('what a timer does: back up into a folder, read it back, copy it away and remove old ones')
  .argument('<folder>')
  .option('--keep <days>', 'backups older than this are removed', '14')
  .option('--then <program>', 'called with the path of the backup, to copy it away (default: FORMWORK_BACKUP_THEN)')
  .action(async (folder: string, { keep, then }: { keep: string; then?: string }) => {
    const keepDays = Number(keep);
    if (!Number.isInteger(keepDays) || keepDays < 1) throw new Error('--keep is a whole number of days');
    const { file, removed, missing } = await withInstallation((parts) =>
      backupInto(parts, folder, { keepDays, then: then ?? parts.config.backupThen }),
    );
    console.log(`${file}: whole.`);
    for (const name of removed) console.log(`${name}: removed`);
    for (const id of missing) console.log(`attachment ${id}: its bytes are missing`);
    verdict(missing.length === 0);
  });

program
  .command('restore')
  .description('restore a backup into an empty store')
  .requiredOption('--from <path>', 'the backup')
  .action(async ({ from }: { from: string }) => {
    const { manifest, behind } = await withInstallation((parts) => restore(parts, from), { fresh: true });
    const documents = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
    console.log(`${documents} records and ${manifest.blobs} documents were restored, as of ${manifest.to}.`);
    for (const id of behind) console.log(`task ${id}: what was submitted for it is there, the task does not know it`);
    verdict(behind.length === 0);
    console.log('Now run “npm run ops -- verify”, then start the service.');
  });

program
  .command('verify')
  .description('check every submission, document, audit entry and what waits to be done')
  .option('--from <path>', 'a backup instead of the store')
  .option('--print', 'find the submissions whose PDFs of release 0.2.0 or before may be short')
  .option('--heads <file>', 'a copy of the file of audit heads that was kept elsewhere')
  .action(async ({ from, print = false, heads }: { from?: string; print?: boolean; heads?: string }) => {
    if (print) {
      const printed = await withInstallation(async (parts) => verifyPrint(parts, (await servicesOf(parts)).prints));
      console.log(printVerifiedWords(printed));
      verdict(printed.short.length === 0 && printed.unread.length === 0);
      return;
    }
    if (from !== undefined) {
      const { to } = await checkBackup(from);
      console.log(`${from}: whole, as of ${to}.`);
      return;
    }
    const found = await withInstallation((parts) => verify({ ...parts, ...(heads === undefined ? {} : { heads }) }));
    console.log(verifiedWords(found));
    verdict(found.faults.length === 0);
  });

program
  .command('migrate')
  .description('bring records of an older release up to date, as the service does itself')
  .option('--dry-run', 'only count the records that would be changed', false)
  .option('--json', 'report as JSON', false)
  .action(async ({ dryRun, json }: { dryRun: boolean; json: boolean }) => {
    const { well, words, report } = await withInstallation((parts) => migrate(parts, dryRun));
    console.log(json ? JSON.stringify(report) : words);
    verdict(well);
  });

program
  .command('rotate-keys')
  .description('seal everything with the first key while the service runs')
  .option('--json', 'report as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const rotated = await withInstallation(rotateKeys);
    console.log(json === true ? JSON.stringify(rotated) : rotatedWords(rotated));
    verdict(rotated.faults.length === 0);
  });

program
  .command('send-waiting')
  .description('try mails that wait for their next try now, as after the mail server was put right')
  .action(async () => {
    console.log(sentWords(await withInstallation(sendWaiting)));
  });

program
  .command('export')
  .description('export everything held about an account')
  .requiredOption('--account <email>')
  .requiredOption('--out <folder>', 'a folder that is not there yet')
  .action(async ({ account, out }: { account: string; out: string }) => {
    const files = await withInstallation(async (parts) => exportAccount(await servicesOf(parts), account, out));
    for (const file of files) console.log(file);
  });

program
  .command('export-case')
  .description('export everything held about the child of a case')
  .argument('<case>', 'its id or reference')
  .argument('<folder>', 'a folder that is not there yet')
  .option('--with-others', 'also what others wrote or is about others: read it before you give it out', false)
  .action(async (named: string, out: string, { withOthers }: { withOthers: boolean }) => {
    const { files, left } = await withInstallation(async (parts) =>
      exportCase(await servicesOf(parts), named, out, withOthers),
    );
    for (const file of files) console.log(file);
    for (const title of left) console.log(`left out: ${title}`);
  });

program
  .command('retain')
  .description('remove what has expired under the council’s retention schedule, as the service does itself')
  .option('--dry-run', 'only list what would be removed', false)
  .option('--json', 'report as JSON', false)
  .action(async ({ dryRun, json }: { dryRun: boolean; json: boolean }) => {
    const report = await withInstallation(async (parts) => retained(await servicesOf(parts), dryRun));
    console.log(json ? JSON.stringify(report) : retainedWords(report, dryRun));
  });

program
  .command('compact')
  .description(
    'rewrite the embedded store’s file without what was deleted: once after an upgrade from 0.2.0, the service being stopped',
  )
  .action(async () => {
    const config = await withInstallation(({ config }) => Promise.resolve(config));
    console.log(compact(config));
  });

interface Erasing extends EraseOptions {
  account?: string;
  case?: string;
  dryRun?: boolean;
}

program
  .command('erase')
  .description('erase an account or a case, except what must be kept')
  .option('--account <email>')
  .option('--case <reference>')
  .option('--past-retention', 'also submissions whose retention has ended', false)
  .option('--dry-run', 'only list what would be erased and what would be kept')
  .action(async ({ account, case: named, dryRun, ...options }: Erasing) => {
    await withInstallation(async (parts) => {
      const services = await servicesOf(parts);
      if ((account === undefined) === (named === undefined)) throw new Error('Name one: --account or --case');
      const plan =
        account === undefined
          ? await planCase(services, named ?? '', options)
          : await planAccount(services, account, options);
      console.log(planWords(plan));
      if (dryRun === true) console.log('Nothing was erased: this was a dry run.');
      else await carryOut(services, plan);
    });
  });
