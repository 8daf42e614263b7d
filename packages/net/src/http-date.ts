// Dates in the one form that HTTP allows to be sent (RFC 9110 §5.6.7). Date.parse alone takes almost any text.

const FORM = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/

/** Milliseconds since the epoch; undefined for anything but such a date. */
export function httpDate(text: string): number | undefined {
  const time = FORM.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
