// Measures our speed and that of the peers, side by side in one run. Names of sections select them; with --strict, a
// missed budget fails.
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { certificateFigures } from './certificates.ts'
import { hashFigures } from './hash.ts'
import { peerFigures } from './peers.ts'
import { providerFigures } from './providers.ts'
import { signingFigures } from './signing.ts'
import { startFigures } from './start.ts'
import { isMet, markdownTable, type Figure } from './table.ts'
import { verificationFigures } from './verification.ts'
import { moveTemporaryFiles } from '../scripts/temporary-folder.ts'
import { temporaryFolder } from '../test/support/temporary-folder.ts'

const SECTIONS: ReadonlyMap<string, (folder: string) => Promise<Figure[]>> = new Map([
  ['hash', hashFigures],
  ['start', startFigures],
  ['signing', signingFigures],
  ['providers', providerFigures],
  ['peers', peerFigures],
  ['verification', verificationFigures],
  ['certificates', certificateFigures],
])

interface Wanted {
  readonly isStrict: boolean
  readonly sections: readonly string[]
}

function readArguments(given: readonly string[]): Wanted {
  const sections = given.filter((argument) => argument !== '--strict')
  const unknown = sections.filter((name) => !SECTIONS.has(name))
  if (unknown.length > 0) {
    throw new Error(`No such section: ${unknown.join(', ')}. There are ${[...SECTIONS.keys()].join(', ')}.`)
  }
  return {
    isStrict: given.includes('--strict'),
    sections: sections.length > 0 ? sections : [...SECTIONS.keys()],
  }
}

async function measure(sections: readonly string[]): Promise<Figure[]> {
  const folder = temporaryFolder('bench')
  const figures: Figure[] = []
  for (const [name, section] of SECTIONS) {
    if (!sections.includes(name)) continue
    console.error(`Measuring: ${name}`)
    figures.push(...(await section(folder)))
  }
  return figures
}

/** Returns the processes that wanted a core in the last minute; zero on Windows, which does not count them. */
const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100

moveTemporaryFiles()
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
const loadBefore = load()
const { isStrict, sections } = readArguments(process.argv.slice(2))
const figures = await measure(sections)
const machine = {
  node: process.version,
  openssl: process.versions.openssl,
  platform: `${process.platform}-${process.arch}`,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  loadBefore,
}
console.log(
  `Node ${machine.node}, ${machine.platform}, ${machine.cores} × ${machine.cpu}, load before ${loadBefore}\n`,
)
console.log(markdownTable(figures))
const results = figures.map((figure) => ({ ...figure, isMet: isMet(figure) ?? null }))
await writeFile(
  join(import.meta.dirname, 'results.json'),
  `${JSON.stringify({ machine, figures: results }, null, 2)}\n`,
)
// Work on several cores can only be measured while they are free.
if (loadBefore > machine.cores / 2) console.error('\nOther work kept this machine busy: measure again.')
const missed = figures.filter((figure) => isMet(figure) === false)
if (missed.length > 0) console.error(`\n${missed.length} of the budgets were missed.`)
if (isStrict && missed.length > 0) process.exitCode = 1
