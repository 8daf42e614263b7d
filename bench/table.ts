// Formats figures. Machines differ, so a ratio can have a budget, but a time cannot.
import type { Timing } from './rounds.ts'

/** The limit that a figure must keep. */
export type Budget = { readonly atLeast: number } | { readonly atMost: number } | { readonly exactly: number }

/** One row of the table. The budget limits `value`. */
export interface Figure {
  readonly what: string
  readonly ours: string
  readonly peer: string
  readonly value: number
  readonly unit: Unit
  readonly budget: Budget | undefined
  /** Milliseconds in each round, if time was measured. */
  readonly samples?: { readonly ours: readonly number[]; readonly peer: readonly number[] }
}

const UNITS = {
  ratio: (value: number) => `${value.toFixed(2)} ×`,
  count: (value: number) => String(value),
  bytes: (value: number) => `${(value / 1e6).toFixed(2)} MB`,
} as const satisfies Record<string, (value: number) => string>

type Unit = keyof typeof UNITS

/** Formats milliseconds. */
export const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`

/** Checks whether the figure keeps its budget; undefined if it has none. NaN keeps no budget. */
export function isMet({ value, budget }: Figure): boolean | undefined {
  if (budget === undefined) return undefined
  if ('atLeast' in budget) return value >= budget.atLeast
  if ('atMost' in budget) return value <= budget.atMost
  return value === budget.exactly
}

interface Comparison {
  readonly what: string
  readonly ours: Timing
  readonly peer: Timing
  readonly peerName: string
  readonly budget?: Budget
}

const compare = ({ what, ours, peer, peerName, budget }: Comparison, value: number): Figure => ({
  what,
  ours: milliseconds(ours.median),
  peer: `${milliseconds(peer.median)} ${peerName}`,
  value,
  unit: 'ratio',
  budget,
  samples: { ours: ours.samples, peer: peer.samples },
})

/** Compares our speed with the peer's, as a multiple: more is better. */
export const speed = (comparison: Comparison): Figure =>
  compare(comparison, comparison.peer.median / comparison.ours.median)

/** Compares our time with the peer's, as a multiple: less is better. */
export const time = (comparison: Comparison): Figure =>
  compare(comparison, comparison.ours.median / comparison.peer.median)

function budgetText({ budget, unit }: Figure): string {
  if (budget === undefined) return ''
  if ('atLeast' in budget) return `≥ ${UNITS[unit](budget.atLeast)}`
  if ('atMost' in budget) return `≤ ${UNITS[unit](budget.atMost)}`
  return `= ${UNITS[unit](budget.exactly)}`
}

function verdict(figure: Figure): string {
  const met = isMet(figure)
  if (met === undefined) return ''
  return met ? 'met' : '**missed**'
}

/** Formats the figures as a Markdown table. */
export function markdownTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.ours,
    figure.peer,
    UNITS[figure.unit](figure.value),
    budgetText(figure),
    verdict(figure),
  ])
  const head = ['What', 'Open Claw', 'Compared with', 'Figure', 'Budget', '']
  return [head, ['---', '--:', '--:', '--:', '--:', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}
