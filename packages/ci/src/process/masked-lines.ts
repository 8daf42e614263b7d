/** Returns the lines of a value to mask: a CI registers each line, and a raw line break would end its command. */
export const maskedLines = (value: string): readonly string[] =>
  [...new Set(value.split(/\r\n|\r|\n/))].filter((line) => line.trim() !== '')
