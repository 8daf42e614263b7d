// Generated sections are between markers in the documents; the text around them is written by hand.

/** A generated section of a document. */
export interface Section {
  readonly document: string
  readonly name: string
  readonly text: string
}

interface Markers {
  readonly opening: (name: string) => string
  readonly closing: string
  /** Space between a marker and the text. */
  readonly gap: string
}

const MARKDOWN: Markers = {
  opening: (name) => `<!-- generated: ${name} -->`,
  closing: '<!-- /generated -->',
  gap: '\n\n',
}
const YAML: Markers = {
  opening: (name) => `# generated: ${name}`,
  closing: '# /generated',
  gap: '\n',
}

/** Puts the section between its markers in `text`. Throws unless there is exactly one pair of them. */
export function fillSection(text: string, { document, name, text: section }: Section): string {
  const { opening, closing, gap } = document.endsWith('.yml') ? YAML : MARKDOWN
  const parts = text.split(opening(name))
  const [before, after] = parts
  const end = after?.indexOf(closing) ?? -1
  if (parts.length !== 2 || before === undefined || after === undefined || end === -1) {
    throw new Error(`${document}: needs ${opening(name)} and ${closing} once`)
  }
  return `${before}${opening(name)}${gap}${section}${gap}${after.slice(end)}`
}

/** Formats a name as code. */
export const code = (text: string): string => `\`${text}\``

/** Formats text for a cell of a Markdown table. */
export const cell = (text: string): string =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Makes a Markdown table of cells that are Markdown already. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}
