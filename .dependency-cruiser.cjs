// Who may import whom, types included. Rules that let types pass (cycles, the pure engine, server code in the client) are in
// test/boundaries.test.ts: with TypeScript 7 this tool parses by swc, which does not tell `import type` from `import`.
const DATABASE = '^server/db|node_modules/(drizzle-orm|pg)/';

module.exports = {
  forbidden: [
    {
      name: 'routers-are-thin',
      severity: 'error',
      from: { path: '^(server/trpc|app)/', pathNot: '\\.test\\.ts$' },
      to: { path: DATABASE },
    },
    { name: 'lib-is-the-base', severity: 'error', from: { path: '^lib/' }, to: { path: '^(forms|components|app|server|test|scripts)/' } },
    {
      name: 'forms-below-components',
      severity: 'error',
      from: { path: '^forms/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(components|app)/' },
    },
    { name: 'components-below-app', severity: 'error', from: { path: '^components/' }, to: { path: '^app/' } },
    { name: 'server-below-app', severity: 'error', from: { path: '^server/' }, to: { path: '^(app|components)/' } },
    {
      name: 'verbs-below-trpc',
      severity: 'error',
      from: { path: '^server/(?!trpc/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/trpc/' },
    },
    { name: 'internal-is-private', severity: 'error', from: { path: '^(.+?)/' }, to: { path: '^(.+)/internal/', pathNot: '^$1/' } },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(app|components|forms|lib|server)/', pathNot: '\\.test\\.tsx?$|^server/engine/testing/' },
      to: { path: '^(test|scripts|e2e|bench|server/engine/testing)/|\\.test\\.tsx?$' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|node_modules/(?!drizzle-orm|pg/|next/|react/))' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
