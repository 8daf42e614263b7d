// Times of certificates, timestamps and trusted roots, in milliseconds since the epoch.
import { DerError, TAG, type Der } from './der.ts'

/** A period that includes its start and its end (sigstore_common.proto, TimeRange). Without an end it is open. */
export interface Period {
  readonly start: number
  readonly end: number | undefined
}

export const isWithin = (time: number, { start, end }: Period): boolean =>
  time >= start && (end === undefined || time <= end)

/** RFC 5280 §4.1.2.5.1: a year of two digits, from 1950 to 2049. */
const FIRST_YEAR_OF_1900 = 50
const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
/** X.690 §11.7: seconds always, Z always, no fraction that ends in zero. */
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d*[1-9]))?Z$/
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/

/** Undefined for a day or an hour that does not exist, which Date.UTC would carry over. Leap seconds count as such. */
function existingTime(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const back = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
  return back.every((value, index) => value === fields[index]) ? date.getTime() : undefined
}

const dateFields = (match: RegExpExecArray): number[] => match.slice(1, 7).map(Number)

/** Milliseconds from the digits after the second, without rounding. */
const fractionMilliseconds = (fraction: string | undefined): number =>
  Number((fraction ?? '').padEnd(3, '0').slice(0, 3))

/** A GeneralizedTime with a fraction of any legal length, as in timestamps (RFC 3161 §2.4.2). Throws DerError. */
export function readGeneralizedTime({ tag, value }: Der): number {
  const match = tag === TAG.generalizedTime ? GENERALIZED_TIME.exec(value.toString('latin1')) : null
  const time = match === null ? undefined : existingTime(dateFields(match))
  if (match === null || time === undefined) throw new DerError('has a time that cannot be read')
  return time + fractionMilliseconds(match[7])
}

/** A time of a certificate, in whole seconds (RFC 5280 §4.1.2.5). Throws DerError. */
export function readCertificateTime(element: Der): number {
  if (element.tag !== TAG.utcTime) {
    if (element.value.length !== 'YYYYMMDDHHMMSSZ'.length) throw new DerError('has a time with a fraction')
    return readGeneralizedTime(element)
  }
  const match = UTC_TIME.exec(element.value.toString('latin1'))
  const [year = 0, ...rest] = match === null ? [] : dateFields(match)
  const time = existingTime([year < FIRST_YEAR_OF_1900 ? 2000 + year : 1900 + year, ...rest])
  if (match === null || time === undefined) throw new DerError('has a time that cannot be read')
  return time
}

/** Milliseconds from an RFC 3339 time. Undefined for anything else: Date.parse alone takes almost any text. */
export function parseRfc3339(text: string): number | undefined {
  const match = RFC_3339.exec(text)
  const time = match === null ? undefined : existingTime(dateFields(match))
  if (match === null || time === undefined) return undefined
  const [hours, minutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  if (hours > 23 || minutes > 59) return undefined
  const offset = (match[8] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
  return time + fractionMilliseconds(match[7]) - offset
}
