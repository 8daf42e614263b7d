import type { EvidenceFacts } from '@open-claw/core'
import { bundleJson, judge, leaf, type Json, type LeafPlan, type Parts } from './verify-world.ts'

/** Judges a bundle whose certificate was made by `plan`. */
export const judgeLeaf = (plan: LeafPlan, ...roots: readonly Json[]): Promise<EvidenceFacts> =>
  judge(bundleJson({ leaf: leaf(plan) }), ...roots)

/** Judges a bundle with one log entry, made of the parts of the bundle. */
export const judgeEntry = (
  make: (parts: Parts) => Json,
  version: '0.1' | '0.3' = '0.3',
  ...roots: readonly Json[]
): Promise<EvidenceFacts> => judge(bundleJson({ version, entries: (parts) => [make(parts)] }), ...roots)
