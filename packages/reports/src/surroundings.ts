/** Where a program writes. */
export interface Surroundings {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Colours `text`, where whoever reads stdout can see colours. */
  readonly paint: (style: 'green' | 'red' | 'dim', text: string) => string
}
