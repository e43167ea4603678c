/** Arrows point down only: scripts, server, renderer → engine, wire → nothing; and nothing goes in a circle. */
const room = (path) => ({ path: `^${path}/` });
const forbidden = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const notTests = { pathNot: '\\.test\\.tsx?$' };

export default {
  forbidden: [
    forbidden('no-cycles', {}, { circular: true }, 'Two files that need each other are one file.'),
    forbidden(
      'engine-is-pure',
      { ...room('engine'), ...notTests },
      { path: '^(server|renderer|wire|scripts|tests|bench)/' },
    ),
    forbidden('engine-has-no-node', { ...room('engine'), ...notTests }, { dependencyTypes: ['core'] }),
    forbidden('wire-knows-nobody', room('wire'), { path: '^(engine|server|renderer|scripts|tests)/' }),
    forbidden('server-never-renders', { ...room('server'), ...notTests }, { path: '^(renderer|scripts|tests|bench)/' }),
    forbidden(
      'renderer-never-serves',
      { ...room('renderer'), ...notTests },
      { path: '^(server|scripts|tests|bench)/' },
    ),
    forbidden('renderer-has-no-node', { ...room('renderer'), ...notTests }, { dependencyTypes: ['core'] }),
    forbidden(
      'engine-has-two-doors',
      { path: '^(server|renderer|scripts)/', ...notTests },
      { path: '^engine/', pathNot: '^engine/(index|author|json)\\.ts$' },
      'Outside, only engine/index.ts, engine/author.ts and engine/json.ts are imported.',
    ),
    forbidden(
      'definition-model-comes-first',
      { ...room('engine/definition/model'), ...notTests },
      { path: '^engine/definition/(package|check)/' },
      'model, package, check: each needs only those before it.',
    ),
    forbidden(
      'definition-package-is-not-judged-there',
      { ...room('engine/definition/package'), ...notTests },
      { path: '^engine/definition/check/' },
      'model, package, check: each needs only those before it.',
    ),
    forbidden(
      'author-stays-at-home',
      room('renderer'),
      { path: '^engine/author\\.ts$' },
      'The browser never loads the compiler.',
    ),
    forbidden(
      'traces-only-when-asked',
      room('server'),
      { path: '^server/platform/tracing/opentelemetry\\.ts$', dynamic: false },
      'Its libraries are read only where a collector is named.',
    ),
    forbidden(
      'opentelemetry-in-one-place',
      { path: '^(server|scripts)/', pathNot: '^server/platform/tracing/opentelemetry\\.ts$' },
      { path: 'node_modules/@opentelemetry/' },
    ),
    forbidden(
      'core-knows-nobody',
      { ...room('server/core'), ...notTests },
      { path: '^server/', pathNot: '^server/core/' },
      'What every layer needs knows none of them.',
    ),
    forbidden(
      'platform-knows-no-module',
      { ...room('server/platform'), ...notTests },
      { path: '^server/(modules|composition)/' },
      'What any service would need knows no capability; it declares a port.',
    ),
    forbidden(
      'modules-have-one-surface',
      { path: '^server/modules/([^/]+)/', ...notTests },
      { path: '^server/modules/', pathNot: '^server/modules/($1/|[^/]+/index\\.ts$)' },
      'A module shows the others its index.ts.',
    ),
    forbidden(
      'modules-have-one-surface-for-all',
      { path: '^(server|scripts)/', pathNot: ['^server/modules/', '\\.test\\.tsx?$'] },
      { path: '^server/modules/', pathNot: '^server/modules/[^/]+/index\\.ts$' },
    ),
    forbidden(
      'modules-know-no-composition',
      { path: '^server/modules/', pathNot: '\\.test\\.ts$' },
      { path: '^server/composition/' },
      'A service and a route name what they need.',
    ),
    forbidden('no-unlisted', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
