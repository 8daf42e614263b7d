// Checks the doors of rooms: each exports only what others import, and nothing for tests alone. Also checks that each
// room imports few others.
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Largest share of the possible arrows between rooms. */
const MAX_ARROWS = 1 / 4

/** Files that count as users of a door. Tests import past it. */
const USERS = ['packages/*/src/**/*.ts', 'actions/*/src/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts']

interface Import {
  readonly from: string
  readonly room: string
  readonly names: readonly string[]
}

const roomName = (path: string): string => /^packages\/([^/]+)\//.exec(path)?.[1] ?? path

function parseSource(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
}

const named = (bindings: ts.NamedImports | ts.NamedExports): string[] =>
  bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text)

/** Returns what a file imports through the doors of rooms. */
function readImports(path: string): Import[] {
  return parseSource(path).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const room = /^@open-claw\/([\w-]+)$/.exec(statement.moduleSpecifier.text)?.[1]
    const bindings = statement.importClause?.namedBindings
    if (room === undefined) return []
    if (bindings === undefined || !ts.isNamedImports(bindings))
      throw new Error(`${path}: name what is imported from @open-claw/${room}.`)
    return [{ from: roomName(path), room, names: named(bindings) }]
  })
}

/** Returns the names that a door exports. */
function readExports(door: string): string[] {
  return parseSource(door).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined)
      throw new Error(`${door}: a door has nothing but "export { … } from".`)
    if (!ts.isNamedExports(statement.exportClause)) throw new Error(`${door}: name what is exported.`)
    return statement.exportClause.elements.map(({ name }) => name.text)
  })
}

const imports = globSync(USERS).flatMap(readImports)
const doors = globSync('packages/*/src/index.ts').toSorted()
const used = new Set(imports.flatMap(({ room, names }) => names.map((name) => `${room} ${name}`)))
const unused = doors
  .flatMap((door) => readExports(door).map((name) => `${roomName(door)} ${name}`))
  .filter((one) => !used.has(one))
const rooms = globSync('packages/*')
const arrows = new Set(
  imports.flatMap(({ from, room }) =>
    rooms.includes(`packages/${from}`) && from !== room ? [`${from} ${room}`] : [],
  ),
)
const possible = rooms.length * (rooms.length - 1)

console.log(`${rooms.length} rooms, ${arrows.size} of ${possible} arrows`)
if (unused.length > 0) console.error(`exported, and imported by no other room:\n${unused.join('\n')}`)
if (arrows.size > possible * MAX_ARROWS) console.error(`over ${Math.floor(possible * MAX_ARROWS)} arrows`)
process.exitCode = unused.length > 0 || arrows.size > possible * MAX_ARROWS ? 1 : 0
