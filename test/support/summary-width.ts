// How wide the tables of a summary are in a browser, estimated from the style sheet of GitHub: a code of 13.6
// pixels is 8.2 wide a letter and padded by 11; a cell is padded by 27 with its border. What is outside of a
// table wraps.

/** Pixels that a summary of a job has. */
export const SUMMARY_WIDTH = 950
const LETTER = 8.2
const CODE = 11
const CELL = 27

const ENTITY = /&(?:#\d+|\w+);/g
const shown = (cell: string): string =>
  cell
    .replaceAll(/<\/?code>/g, '')
    .replaceAll(ENTITY, '.')
    .replaceAll(/\]\([^)]*\)/g, '')

function cellWidth(cell: string): number {
  const lines = cell.split('<br>')
  return (
    CELL +
    Math.max(
      ...lines.map((line) => shown(line).trim().length * LETTER + (line.includes('<code>') ? CODE : 0)),
    )
  )
}

/** The width of the widest table; 0 where there is none. */
export function widestTable(summary: string): number {
  const tables = summary.match(/(?:^\|.*\|$\n?)+/gm) ?? []
  const widths = tables.map((table) => {
    const rows = table
      .trim()
      .split('\n')
      .filter((row) => !/^\|(?: --- \|)+$/.test(row))
      .map((row) => row.slice(1, -1).split('|').map(cellWidth))
    const [first = []] = rows
    return first.reduce((sum, _, column) => sum + Math.max(...rows.map((row) => row[column] ?? 0)), 0)
  })
  return Math.max(0, ...widths)
}

/** What stands outside of folded parts. */
export const unfolded = (summary: string): string => {
  let depth = 0
  return summary
    .split(/(<details>|<\/details>)/)
    .filter((part) => {
      if (part === '<details>') depth += 1
      if (part === '</details>') depth -= 1
      return depth === 0 && part !== '</details>'
    })
    .join('')
}
