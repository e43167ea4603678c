/** The server's capabilities need each other one way only, and ARCHITECTURE.md shows how. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = 'server/modules';
/** Taking one out lowers this; none is added without a reason in ARCHITECTURE.md. */
const mostArrows = 24;

const moduleOf = (path: string): string | undefined => /^server\/modules\/([^/]+)\//.exec(path)?.[1];

/** For each module the others that its files import, by name. */
const needs = (): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const file of globSync(`${folder}/**/*.ts`, { cwd: root, exclude: ['**/*.test.ts'] }).sort()) {
    const from = moduleOf(file);
    if (from === undefined) continue;
    const others = found.get(from) ?? new Set<string>();
    found.set(from, others);
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const to = moduleOf(posix.join(posix.dirname(file), path));
      if (to !== undefined && to !== from) others.add(to);
    }
  }
  return found;
};

/** The modules in an order in which each needs only those before it; those that go in a circle are left over. */
const inOrder = (graph: Map<string, Set<string>>): { order: string[]; circle: string[] } => {
  const order: string[] = [];
  let left = [...graph.keys()].sort();
  for (;;) {
    const next = left.filter((name) => [...(graph.get(name) ?? [])].every((needed) => order.includes(needed)));
    if (next.length === 0) return { order, circle: left };
    order.push(...next);
    left = left.filter((name) => !next.includes(name));
  }
};

const drawn = (graph: Map<string, Set<string>>): string => {
  const { order } = inOrder(graph);
  const row = (name: string): string => {
    const needed = [...(graph.get(name) ?? [])].sort((one, other) => order.indexOf(one) - order.indexOf(other));
    return `${name.padEnd(12)}${needed.length === 0 ? '–' : needed.join(', ')}`;
  };
  return ['```text', 'module      needs', ...order.map(row), '```'].join('\n');
};

test('no module needs one that needs it', () => expect(inOrder(needs()).circle).toEqual([]));

test('there are no more arrows than there were', () =>
  expect([...needs().values()].reduce((sum, others) => sum + others.size, 0)).toBeLessThanOrEqual(mostArrows));

test('every module exports what it adds to the service, and composition walks it', () => {
  const list = readFileSync(join(root, 'server/composition/modules.ts'), 'utf8');
  for (const name of needs().keys())
    expect(list).toMatch(
      new RegExp(`import \\{ ${name}Module \\} from '\\.\\./modules/${name}/index\\.ts';[^]*${name}Module\\(`),
    );
});

test('nobody is handed all services: whoever works with some names them', () => {
  const puttingTogether = /^server\/(composition\/|portal\.ts$)/;
  const named = globSync('server/**/*.ts', { cwd: root })
    .filter((file) => !puttingTogether.test(file))
    .filter((file) => /\b(Services|Made)\b.*from '|: (Services|Made)\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(named).toEqual([]);
});

test('ARCHITECTURE.md shows the modules as they are', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const shown = /<!-- modules:begin -->\n([\s\S]*?)\n<!-- modules:end -->/.exec(page)?.[1]?.trim();
  expect(shown).toBe(drawn(needs()));
});
