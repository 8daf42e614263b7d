// Imports point one way: core <- kms, sigstore, identity, evidence, policy, secrets, runner <- actions, cli.
const adapters = 'kms|sigstore|identity|evidence|policy|secrets|runner'
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-knows-nobody',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^(packages/(?!core/)|actions/)|node_modules/@(actions|google-cloud|aws-sdk|azure)' },
    },
    {
      name: 'only-runner-knows-github-actions',
      severity: 'error',
      from: { path: '^(packages/(?!runner/)|actions/)' },
      to: { path: 'node_modules/@actions/' },
    },
    {
      name: 'adapters-are-strangers',
      severity: 'error',
      from: { path: `^packages/(${adapters})/` },
      to: { path: '^packages/', pathNot: '^packages/(core|$1)/' },
    },
    {
      name: 'actions-are-strangers',
      severity: 'error',
      from: { path: '^actions/([^/]+)/' },
      to: { path: '^actions/', pathNot: '^actions/$1/' },
    },
    {
      name: 'nobody-ships-the-sandbox',
      severity: 'error',
      from: { path: '^(packages/(?!sandbox/)|actions/)' },
      to: { path: '^packages/sandbox/|^test/' },
    },
    {
      name: 'enter-packages-by-their-index',
      severity: 'error',
      from: { path: '^(packages|actions)/([^/]+)/' },
      to: { path: '^packages/([^/]+)/src/', pathNot: ['^packages/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(main|end-session|digest-worker)\\.ts$' },
      to: {},
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
}
