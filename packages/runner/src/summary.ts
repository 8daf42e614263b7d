// Job summaries. Names come from files, images and policies: every one is inert wherever it is placed.
import { appendFileSync } from 'node:fs'
import { printable, printableText } from '@open-claw/core'
import { commandFile } from './environment.ts'

/** The runner refuses a summary of a step over 1 MiB. */
const MAX_SUMMARY_BYTES = 1024 * 1024 - 64
const CUT = '\n\n… cut at the limit of a summary.\n'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  '`': '&#96;',
  '@': '&#64;',
  '*': '&#42;',
  _: '&#95;',
  '[': '&#91;',
  ']': '&#93;',
  '!': '&#33;',
  '~': '&#126;',
  '#': '&#35;',
  '\\': '&#92;',
  ':': '&#58;',
  '.': '&#46;',
  '"': '&quot;',
  "'": '&#39;',
}

// An HTML element, since a Markdown code span has no escape for its own delimiter.
const code = (shown: string): string =>
  `<code>${shown.replaceAll(/[&<>|`@*_[\]!~#\\:."']/g, (letter) => ENTITIES[letter] ?? '')}</code>`

/** A name of any origin as code: no markup, link, mention or table cell can begin in it. Cut where no name is longer. */
export const codeSpan = (text: string): string => code(printable(text))

/** The same for sentences, uncut: what counts in a message may come last. */
export const codeText = (text: string): string => code(printableText(text))

/** A Markdown table; cells are taken as they are, so pass them through `codeSpan`. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}

export interface FlowNode {
  /** A letter, then letters and digits. */
  readonly id: string
  readonly label: string
}
export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** In a quoted label Mermaid reads `#code;` entities and nothing else. */
const mermaidLabel = (text: string): string =>
  `"${printable(text).replaceAll(/[^A-Za-z0-9 ./,+-]/gu, (letter) => `#${letter.codePointAt(0) ?? 0};`)}"`

/** A left-to-right flow chart in Mermaid. */
export function mermaidFlow(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): string {
  const lines = [
    ...nodes.map(({ id, label }) => `  ${id}[${mermaidLabel(label)}]`),
    ...edges.map(({ from, to, label }) =>
      label === '' ? `  ${from} --> ${to}` : `  ${from} -- ${mermaidLabel(label)} --> ${to}`,
    ),
  ]
  return ['```mermaid', 'flowchart LR', ...lines, '```'].join('\n')
}

/** Appends to the summary of the step; what is over the limit is cut at the end of a line. */
export function appendSummary(markdown: string): void {
  const bytes = Buffer.from(markdown)
  const text =
    bytes.length <= MAX_SUMMARY_BYTES
      ? markdown
      : bytes.subarray(0, bytes.lastIndexOf('\n', MAX_SUMMARY_BYTES - CUT.length)).toString('utf8') + CUT
  appendFileSync(commandFile('GITHUB_STEP_SUMMARY'), `${text}\n`)
}

/** The same, for ports. */
export const writeSummary = async (markdown: string): Promise<void> => appendSummary(markdown)
