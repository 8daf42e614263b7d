/**
 * Counts the characters that are looked at. Secrets are up to 64 KiB of anybody's text, and the work on
 * them must grow with their length and no faster: everything that walks over text says so here.
 */
export class Meter {
  steps = 0

  count(characters: number): void {
    this.steps += characters
  }
}
