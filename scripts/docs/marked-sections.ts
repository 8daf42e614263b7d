// Tables that are made from code stand between markers in the documents; the prose around them is written by hand.

/** A table of one document: which one, under which name, and its Markdown. */
export interface Section {
  readonly document: string
  readonly name: string
  readonly markdown: string
}

const opening = (name: string): string => `<!-- generated: ${name} -->`
const CLOSING = '<!-- /generated -->'

/** `text` with the section put between its markers. Throws where there are not exactly one pair of them. */
export function fillSection(text: string, { document, name, markdown }: Section): string {
  const parts = text.split(opening(name))
  const [before, after] = parts
  const end = after?.indexOf(CLOSING) ?? -1
  if (parts.length !== 2 || before === undefined || after === undefined || end === -1) {
    throw new Error(`${document}: needs ${opening(name)} and ${CLOSING} once`)
  }
  return `${before}${opening(name)}\n\n${markdown}\n\n${after.slice(end)}`
}

/** A name as code. */
export const code = (text: string): string => `\`${text}\``

/** Text in a cell of a Markdown table. */
export const cell = (text: string): string =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** A Markdown table of cells that are Markdown already. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}
