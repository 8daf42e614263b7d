// A process of its own, whose memory tells what evidence took. Prints one line of JSON.
import { readFileSync } from 'node:fs'
import { examine } from '../../../../packages/usecases/src/verify/examination.ts'
import { ARTIFACT, GOOD_SOURCE, KEYS, largest } from './hostile-bundles.ts'

const [kind = 'payload', count = '4096'] = process.argv.slice(2)
const make = largest(kind === 'values' ? 'values' : 'payload')
const sources = [GOOD_SOURCE, ...Array.from({ length: Number(count) }, (_, index) => make(index))]
const { evidence, expense } = await examine(sources, { artifacts: [ARTIFACT], trust: { keys: KEYS } })
const isFound = evidence.some((item) => 'facts' in item && item.path === 'good')
/** What the process that started this one had counts for resourceUsage too, so that Linux is asked itself. */
function peak(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
console.log(JSON.stringify({ isFound, ...expense, kibibytes: peak() }))
