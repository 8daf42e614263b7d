// Doors of rooms: each exports what others import, nothing for tests alone and nothing that nobody uses; and
// rooms know few others.
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** At most this share of the arrows that could be drawn between rooms. */
const MAX_ARROWS = 1 / 4

/** Everything that may count as a user of a door. Tests reach past it. */
const USERS = ['packages/*/src/**/*.ts', 'actions/*/src/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts']

interface Import {
  readonly from: string
  readonly room: string
  readonly names: readonly string[]
}

const roomOf = (path: string): string => /^packages\/([^/]+)\//.exec(path)?.[1] ?? path

function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
}

const named = (bindings: ts.NamedImports | ts.NamedExports): string[] =>
  bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text)

/** What a file takes through the doors of rooms. */
function importsOf(path: string): Import[] {
  return sourceOf(path).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const room = /^@open-claw\/([\w-]+)$/.exec(statement.moduleSpecifier.text)?.[1]
    const bindings = statement.importClause?.namedBindings
    if (room === undefined) return []
    if (bindings === undefined || !ts.isNamedImports(bindings))
      throw new Error(`${path}: name what is imported from @open-claw/${room}.`)
    return [{ from: roomOf(path), room, names: named(bindings) }]
  })
}

/** What a door exports, by the names that others use. */
function exportsOf(door: string): string[] {
  return sourceOf(door).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined)
      throw new Error(`${door}: a door has nothing but "export { … } from".`)
    if (!ts.isNamedExports(statement.exportClause)) throw new Error(`${door}: name what is exported.`)
    return statement.exportClause.elements.map(({ name }) => name.text)
  })
}

const imports = globSync(USERS).flatMap(importsOf)
const doors = globSync('packages/*/src/index.ts').toSorted()
const used = new Set(imports.flatMap(({ room, names }) => names.map((name) => `${room} ${name}`)))
const unused = doors
  .flatMap((door) => exportsOf(door).map((name) => `${roomOf(door)} ${name}`))
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
