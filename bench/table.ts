// Figures and how they are shown. A ratio is worth a budget, since machines differ; a time is not.
import type { Timing } from './rounds.ts'

/** What a figure must be. */
export type Budget = { readonly atLeast: number } | { readonly atMost: number } | { readonly exactly: number }

/** One row. `value` is what the budget is about. */
export interface Figure {
  readonly what: string
  readonly ours: string
  readonly peer: string
  readonly value: number
  readonly unit: Unit
  readonly budget: Budget | undefined
  /** Milliseconds in each round, where time was taken. */
  readonly samples?: { readonly ours: readonly number[]; readonly peer: readonly number[] }
}

const UNITS = {
  ratio: (value: number) => `${value.toFixed(2)} ×`,
  count: (value: number) => String(value),
  bytes: (value: number) => `${(value / 1e6).toFixed(2)} MB`,
} as const satisfies Record<string, (value: number) => string>

type Unit = keyof typeof UNITS

/** Milliseconds for a reader. */
export const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`

/** Whether the figure keeps its budget; undefined where it has none. What is no number keeps nothing. */
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

/** Our speed as a multiple of the peer's: more is better. */
export const speed = (comparison: Comparison): Figure =>
  compare(comparison, comparison.peer.median / comparison.ours.median)

/** Our time as a multiple of the peer's: less is better. */
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

/** The figures as a Markdown table. */
export function markdownTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.ours,
    figure.peer,
    UNITS[figure.unit](figure.value),
    budgetText(figure),
    verdict(figure),
  ])
  const head = ['What', 'Open Claw', 'Beside it', 'Figure', 'Budget', '']
  return [head, ['---', '--:', '--:', '--:', '--:', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}
