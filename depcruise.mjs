// Which imports are allowed: the floors of the house, and what each room has for itself.
import { PURE_BUILTINS, visibleFrom } from './scripts/boundaries/floors.ts'
import { ROOMS } from './scripts/rooms.ts'

const climbing = ROOMS.map((room) => ({
  name: `${room.name}-looks-down`,
  severity: 'error',
  from: { path: `^packages/${room.name}/` },
  to: { path: '^packages/', pathNot: `^packages/(${[room.name, ...visibleFrom(room)].join('|')})/` },
}))

const ownLibraries = ROOMS.flatMap(({ name, libraries }) =>
  libraries.map((library) => ({
    name: `only-${name}-uses-${library.replaceAll(/[^a-z-]/g, '')}`,
    severity: 'error',
    from: { path: '^(packages|actions)/', pathNot: `^packages/(${name}|sandbox)/` },
    to: { path: `node_modules/${library}/` },
  })),
)

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...climbing,
    ...ownLibraries,
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { dependencyTypes: ['core'], pathNot: `^(node:)?(${PURE_BUILTINS.join('|')})$` },
    },
    {
      name: 'packages-know-no-action',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^actions/' },
    },
    {
      name: 'actions-know-no-other',
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
      name: 'enter-rooms-by-their-door',
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
