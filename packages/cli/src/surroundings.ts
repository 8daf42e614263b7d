import type { Paint } from '@open-claw/reports'

/** Where the program writes. */
export interface Surroundings {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly paint: Paint
}
