/** `npm run forms -- <verb>`: the workshop in which a council makes and changes its forms. */
import { Command, Option } from 'commander';
import { messages, render, tryAnswers, type Rendering } from './answers.ts';
import { check, type Format } from './check.ts';
import { differences } from './differences.ts';
import type { Linting } from './lint/lint.ts';
import { newVersion } from './new-version.ts';
import { kinds, newForm, type NewForm } from './new.ts';
import { preview } from './preview.ts';
import { publish } from './publish.ts';
import { referenceDocument, writeReference } from './reference/reference.ts';
import { review, type Reviewing } from './review.ts';
import { rulesDocument, writeRules } from './reference/rules.ts';
import type { ChangeLevel } from '../../engine/index.ts';

export const program = new Command('npm run forms --')
  .description('Start, check, try, compare, draw and publish forms.')
  .option('--forms <folder>', 'folder that holds the forms', 'forms')
  .showHelpAfterError('(use --help to see the options)');

const folder = (): string => program.opts<{ forms: string }>().forms;

/** The exit code says whether all is well. */
const verdict = (well: boolean): void => {
  if (!well) process.exitCode = 1;
};

program
  .command('new')
  .description('start a form: a small one that works, for you to change into yours')
  .argument('<id>', 'its name in folders and addresses, such as school-trip; it never changes')
  .option('--title <words>', 'the name people know it by')
  .addOption(
    new Option('--kind <kind>', 'who starts it: the person who fills it in, or the council by sending it')
      .choices(kinds)
      .default('application'),
  )
  .action((id: string, options: NewForm) => console.log(newForm(folder(), id, options)));

program
  .command('check')
  .description('list everything that is wrong, with file, line and what to do')
  .argument('[form...]', 'forms by id; all of them when none is named')
  .addOption(
    new Option('--format <format>', 'format of the list').choices(['text', 'json', 'github', 'sarif']).default('text'),
  )
  .option('--json', 'the same as --format json')
  .option('--all', 'also warnings about published versions, and each of many that are alike')
  .action(async (forms: string[], { format, json, all }: { format: Format; json?: boolean; all?: boolean }) =>
    verdict(await check(folder(), forms, { format: json === true ? 'json' : format, all: all === true })),
  );

program
  .command('try')
  .description('judge answers: a recorded example by its name, or a file')
  .argument('<form>')
  .argument('<answers>')
  .option('--json', 'problems as JSON')
  .action((form: string, answers: string, { json }: { json?: boolean }) =>
    verdict(tryAnswers(folder(), form, answers, json === true)),
  );

program
  .command('messages')
  .description('list every message that every question can give')
  .argument('<form>')
  .action((form: string) => messages(folder(), form));

program
  .command('render')
  .description('draw a form as a PDF or an HTML file, blank or filled in with an example')
  .argument('<form>')
  .option('--pdf', 'as a PDF (the default)')
  .option('--html', 'as one HTML file that needs nothing else')
  .option('--example <name>', 'recorded answers to fill it in with')
  .option('--language <code>', 'language of the questions')
  .option('--out <file>', 'where to write it')
  .action(async (form: string, options: Rendering) => {
    for (const file of await render(folder(), form, options)) console.log(file);
  });

program
  .command('preview')
  .description('show the form in a browser as it is filled in, again with every change of its files')
  .argument('<form>')
  .option('--port <number>', 'port on this machine; a free one when none is given', '0')
  .action((form: string, { port }: { port: string }) => preview(folder(), form, Number(port)));

program
  .command('diff')
  .description('list what changed, question by question; the newest against the one before when no version is named')
  .argument('<form>')
  .argument('[from]')
  .argument('[to]')
  .option('--json', 'changes as JSON')
  .action((form: string, from: string | undefined, to: string | undefined, { json }: { json?: boolean }) =>
    differences(folder(), form, from, to, json === true),
  );

program
  .command('new-version')
  .description('copy the newest version, to change the copy')
  .argument('<form>')
  .addOption(
    new Option('--change <level>', 'how much will change')
      .choices(['wording', 'compatible', 'breaking'])
      .default('compatible'),
  )
  .action((form: string, { change }: { change: ChangeLevel }) => console.log(newVersion(folder(), form, change)));

program
  .command('publish')
  .description('lock a version: from then on it never changes')
  .argument('<form>')
  .argument('[version]', 'the newest when none is named')
  .action((form: string, version?: string) => verdict(publish(folder(), form, version)));

program
  .command('lint')
  .description('list what can be fixed without changing what a form means; published versions are left alone')
  .argument('[form...]', 'forms by id; all of them when none is named')
  .option('--fix', 'fix it')
  .option('--unused', 'with --fix: remove texts that nothing uses')
  .action(async (forms: string[], options: Linting) => {
    const { lint } = await import('./lint/lint.ts');
    verdict(await lint(folder(), forms, options));
  });

program
  .command('types')
  .description('write TypeScript of the answers to published forms, and of form.json')
  .argument('[form...]', 'forms by id; all published ones when none is named')
  .option('--out <folder>', 'folder for the types', 'types')
  .option('--check', 'write nothing; fail when they are out of date')
  .action(async (forms: string[], options: { out: string; check?: boolean }) => {
    // Prettier and what it brings are loaded by the verbs that need them.
    const { types } = await import('./types.ts');
    verdict(await types(folder(), options.out, forms, options.check === true));
  });

program
  .command('review')
  .description('list what a branch changes about the forms: problems, differences in words, PDFs before and after')
  .option('--base <ref>', 'the branch or commit to compare with', 'main')
  .requiredOption('--out <folder>', 'where summary.md and the PDFs go')
  .action(async (options: Reviewing) => verdict(await review(folder(), options)));

program
  .command('rules')
  .description('print the rules of the check')
  .option('--write', 'write docs/authoring/rules.md')
  .action(({ write }: { write?: boolean }) => (write === true ? writeRules() : console.log(rulesDocument())));

program
  .command('reference')
  .description('print everything that the files of a form may say')
  .option('--write', 'write docs/authoring/reference.md')
  .action(({ write }: { write?: boolean }) => (write === true ? writeReference() : console.log(referenceDocument())));
