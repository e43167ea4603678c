/** What deploy/ says of the service is so: its settings, its addresses, the files that it copies, and that nothing runs with more rights than it needs. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../server/core/config.ts';
import { startPortal } from '../support/portal.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');
const manifest = (name: string): unknown => parse(read(name), { merge: true, strict: true });
const kubernetes = readdirSync(join(root, 'deploy/kubernetes')).map((name) => `kubernetes/${name}`);
const units = readdirSync(join(root, 'deploy/systemd')).map((name) => `systemd/${name}`);
const dockerfile = read('Dockerfile');

test('every setting that is set is one', () => {
  const known = Object.values(settings).flatMap(({ env }) => [env, `${env}_FILE`]);
  const ofCompose = ['FORMWORK_TAG', 'FORMWORK_HOSTNAME'];
  for (const name of ['compose.yaml', 'Dockerfile', ...kubernetes, ...units]) {
    const used = read(name).match(/\b(FORMWORK|MONGODB)_[A-Z_]+\b/g) ?? [];
    expect(
      used.filter((each) => !known.includes(each) && !ofCompose.includes(each)),
      name,
    ).toEqual([]);
  }
});

test('every address that is asked is served', async () => {
  const portal = await startPortal();
  try {
    const paths = portal.services.routes.map(({ path }) => path);
    const asked = [dockerfile, read('Caddyfile'), ...kubernetes.map(read)].flatMap((text) =>
      [...text.matchAll(/(?:path: |health_uri |:3000)(\/[a-z]+)|path (\/[a-z]+) (\/[a-z]+)/g)].flatMap((found) =>
        found
          .slice(1)
          .flatMap((each: string | undefined) =>
            each === undefined || ['/data', '/tmp', '/run'].includes(each) ? [] : [each],
          ),
      ),
    );
    expect(asked.length).toBeGreaterThan(5);
    for (const path of asked) expect(paths).toContain(path);
  } finally {
    await portal.stop();
  }
});

test('the image copies what is there, leaves out nothing that it copies, and runs without rights', () => {
  const letIn = read('Dockerfile.dockerignore').split('\n');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied.length).toBeGreaterThan(8);
  for (const name of copied) {
    expect(existsSync(join(root, name)), name).toBe(true);
    expect(letIn, name).toContain(`!${name}`);
  }
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  const program = /^CMD \[.*"(\S+\.ts)"\]$/m.exec(last)?.[1] ?? '';
  expect(existsSync(join(root, program))).toBe(true);
});

test('compose has two servers on a replica set of three, each part told of is there, and the root is read-only', () => {
  const compose = manifest('compose.yaml');
  const server = { read_only: true, user: '10001:10001', cap_drop: ['ALL'] };
  const services = { 'server-1': server, 'server-2': server, 'mongo-1': {}, 'mongo-2': {}, 'mongo-3': {}, proxy: {} };
  expect(compose).toMatchObject({ services, networks: { store: { internal: true } } });
  const text = read('compose.yaml');
  const secrets = [...text.matchAll(/\/run\/secrets\/(\S+)/g)].map(([, name = '']) => name);
  for (const name of secrets) expect(compose).toHaveProperty(['secrets', name, 'file'], `./secrets/${name}`);
  for (const upstream of read('Caddyfile').match(/server-\d/g) ?? [])
    expect(compose).toHaveProperty(['services', upstream]);
});

test('Kubernetes’ manifests are named, belong together, and let a server have no more than it needs', () => {
  const { resources } = parse(read('kubernetes/kustomization.yaml')) as { resources: string[] };
  expect(resources.toSorted()).toEqual(
    readdirSync(join(root, 'deploy/kubernetes'))
      .filter((name) => name !== 'kustomization.yaml')
      .toSorted(),
  );
  const app = { 'app.kubernetes.io/name': 'formwork' };
  const pod = {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true },
    containers: [
      {
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        livenessProbe: { httpGet: { path: '/health' } },
        readinessProbe: { httpGet: { path: '/ready' } },
      },
    ],
  };
  expect(manifest('kubernetes/deployment.yaml')).toMatchObject({
    spec: { replicas: 2, selector: { matchLabels: app }, template: { metadata: { labels: app }, spec: pod } },
  });
  expect(manifest('kubernetes/service.yaml')).toMatchObject({ spec: { selector: app } });
  const selector = { matchLabels: app };
  expect(manifest('kubernetes/disruption.yaml')).toMatchObject({ spec: { minAvailable: 1, selector } });
  expect(manifest('kubernetes/network.yaml')).toMatchObject({ spec: { podSelector: selector } });
});

test('what the Caddyfile keeps inside nginx and the ingress keep inside too, with a slash behind it as well', () => {
  const inside = ['/metrics', '/ready', '/health'];
  const [, paths = ''] = /^\t@inside path (.*)$/m.exec(read('Caddyfile')) ?? [];
  for (const path of inside) expect(paths.split(' ')).toContain(`${path}/*`);
  const kept = [...read('nginx.conf').matchAll(/location ~\* (\S+) \{\s*return 404;/g)].map(
    ([, pattern = '']) => new RegExp(pattern, 'i'),
  );
  for (const path of paths.replaceAll('*', 'more').split(' '))
    expect(
      kept.some((pattern) => pattern.test(path)),
      path,
    ).toBe(true);
  const nobody = { backend: { service: { name: 'formwork-nobody' } }, pathType: 'Prefix' };
  const rules = [...inside.map((path) => ({ path, ...nobody })), { path: '/' }];
  expect(manifest('kubernetes/ingress.yaml')).toMatchObject({ spec: { rules: [{ http: { paths: rules } }] } });
  expect(manifest('kubernetes/nobody.yaml')).not.toHaveProperty('spec.selector');
});

test('what an operator runs by hand has the settings, the secrets and the user of the service', () => {
  const wrapper = read('formwork-ops');
  const lines = read('systemd/formwork.service').match(
    /^(?:User|Group|UMask|Environment|\w*Credential|EnvironmentFile|State\w+)=.*$/gm,
  );
  expect(lines?.length).toBeGreaterThan(10);
  for (const line of lines ?? []) {
    const [, handed] = /^Environment=(.*%d.*)$/.exec(line) ?? [];
    expect(wrapper).toContain(
      handed === undefined ? `--property=${line} ` : handed.replace('%d', '$CREDENTIALS_DIRECTORY'),
    );
  }
  expect(spawnSync('sh', ['-n', join(root, 'deploy/formwork-ops')]).status).toBe(0);
});

test('backups in containers lie on a volume of their own, and everything is looked at every week', () => {
  expect(manifest('compose.yaml')).toMatchObject({
    services: { backup: { volumes: ['backups:/backups'] }, verify: {} },
    volumes: { backups: {} },
  });
  expect(dockerfile).toMatch(/chown 10001:10001 \/data \/backups/);
  const jobs = [...read('kubernetes/backup.yaml').split('---'), read('kubernetes/verify.yaml')].map((text): unknown =>
    parse(text, { strict: true }),
  );
  expect(jobs).toMatchObject([
    { kind: 'PersistentVolumeClaim', metadata: { name: 'formwork-backups' } },
    { kind: 'CronJob', spec: { schedule: '15 2 * * *' } },
    { kind: 'CronJob', spec: { schedule: '30 3 * * 0' } },
  ]);
  for (const job of jobs.slice(1))
    expect(job).toMatchObject({
      spec: {
        jobTemplate: {
          spec: { template: { spec: { securityContext: { runAsNonRoot: true }, restartPolicy: 'Never' } } },
        },
      },
    });
});

const analyzer = 'systemd-analyze';
const analyze = (...args: string[]) => spawnSync(analyzer, args, { encoding: 'utf8' });

test.skipIf(analyze('--version').status !== 0)('systemd understands its units and finds the service well shut', () => {
  for (const name of units) {
    const { stderr } = analyze('verify', '--man=no', join(root, 'deploy', name));
    const own = stderr
      .split('\n')
      .filter((line) => line.includes('formwork') && !/not executable|not found/.test(line));
    expect(own, name).toEqual([]);
  }
  const service = join(root, 'deploy/systemd/formwork.service');
  expect(analyze('security', '--offline=true', '--threshold=25', service).status).toBe(0);
});
