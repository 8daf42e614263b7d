/**
 * Counts the characters that are examined. A secret is up to 64 KiB of arbitrary text, and the work on it must
 * grow no faster than its length: everything that walks over text reports it here.
 */
export class Meter {
  steps = 0

  count(characters: number): void {
    this.steps += characters
  }
}
