// Lists the abuse cases by number, with the tests that name them: in a title as "abuse cases 19 to 21 and 23", or in
// a comment that begins with "Case 91".
import { globSync, readFileSync } from 'node:fs'
import { ABUSE_CASES } from './abuse-case-list.ts'
import { table } from './marked-sections.ts'

const CITATION = /(?:\babuse cases?|\/\/ Cases?) (\d+(?:(?:, | and | to )\d+)*)/g

/** Reads the numbers in a citation, including ranges such as `19 to 21 and 23`. */
export function citedNumbers(citation: string): number[] {
  const parts = citation.split(/, | and /)
  return parts.flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split(' to ').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

/** Finds the test files below `root`, by the number of the case that they name. */
export function citations(root = 'test'): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const file of globSync(`${root}/**/*.test.ts`)
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()) {
    const cited = readFileSync(file, 'utf8').matchAll(CITATION)
    for (const number of new Set([...cited].flatMap(([, numbers = '']) => citedNumbers(numbers)))) {
      found.set(number, [...(found.get(number) ?? []), file])
    }
  }
  return found
}

/** Makes the Markdown table of all cases. */
export function abuseCaseTable(): string {
  const tested = citations()
  const rows = ABUSE_CASES.map(({ number, attack, without }) => {
    const files = tested.get(number)?.map((file) => `[${file.replace(/^test\//, '')}](../${file})`)
    return [String(number), attack, files?.join('<br>') ?? `no test: ${without ?? 'still to be written'}`]
  })
  return table(['Case', 'Attack or fault', 'Tests that name it'], rows)
}
