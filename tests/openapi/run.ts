/**
 * `npm run test:openapi`: schemathesis (from PyPI, kept under node_modules/.cache) calls every route of the OpenAPI document with what fits it and
 * what does not, as everybody who may sign in and as nobody: no 5xx, no status or media type that is not told, no answer that its schema refuses.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../wire/account.ts';
import { anglingForms } from '../support/angling.ts';
import { startPortal } from '../support/portal.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/schemathesis');
const version = '4.32.5';
const roles: (Role | 'nobody')[] = ['nobody', 'applicant', 'officer', 'administrator'];
const examples = process.argv[2] ?? '10';

const install = (): void => {
  if (existsSync(join(folder, 'bin/schemathesis'))) return;
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder];
  const { status } = spawnSync('python3', [...args, `schemathesis==${version}`], { stdio: 'inherit' });
  if (status !== 0) throw new Error('schemathesis could not be installed; it needs python3 with pip');
};

/** What would end the session in the midst of the run. */
const leftOut = '(sign-out|/api/me/password|/api/me/email|/suspend|/role$)';

const runAs = async (role: Role | 'nobody'): Promise<boolean> => {
  const portal = await startPortal({
    config: { formsDir: anglingForms, serveUnpublished: true, councilDir: join(root, 'council') },
  });
  const person = role === 'nobody' ? undefined : await portal.signedIn({ role });
  const cookie = person?.cookie();
  const headers = ['-H', 'X-Formwork: 1', ...(cookie === undefined ? [] : ['-H', `Cookie: ${cookie}`])];
  const checks = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
  const args = ['run', `${portal.url}/api/openapi.json`, '-u', portal.url, ...headers, '--checks', checks];
  const more = ['-n', examples, '--exclude-path-regex', leftOut, '--phases', 'examples,coverage,fuzzing', '--no-color'];
  const env = { ...process.env, PYTHONPATH: folder };
  const code = await new Promise<number | null>((resolve) => {
    spawn(join(folder, 'bin/schemathesis'), [...args, ...more], { env, stdio: 'inherit' }).on('exit', resolve);
  });
  await portal.stop();
  return code === 0;
};

install();
const failed: string[] = [];
for (const role of roles) {
  console.log(`\n· as ${role}`);
  if (!(await runAs(role))) failed.push(role);
}
console.log(failed.length === 0 ? '\nThe interface does what it says' : `\nFailed as ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
