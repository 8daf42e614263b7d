// Failures of AWS as its services word them. The name of an error tells what happened: its status is
// 400 nearly always, even for throttling.
import type { ErrorBody } from '../http.ts'
import { RawAnswer, type Answer, type Operation } from '../gateway.ts'
import type { Status } from '../status.ts'

/** Thrown by an operation of AWS; its service words it. */
export class AwsFailure extends Error {
  /** Without the suffix `Exception` in XML, with it in JSON: as the service names it. */
  override readonly name: string

  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

interface NamedStatus {
  readonly http: number
  readonly json: string
  readonly xml: string
}

/** What the gateway fails with, in the words of both protocols. */
const STATUSES: Readonly<Record<Status, NamedStatus>> = {
  INVALID_ARGUMENT: { http: 400, json: 'ValidationException', xml: 'ValidationError' },
  NOT_FOUND: { http: 404, json: 'UnknownOperationException', xml: 'InvalidAction' },
  PERMISSION_DENIED: { http: 400, json: 'AccessDeniedException', xml: 'AccessDenied' },
  RESOURCE_EXHAUSTED: { http: 429, json: 'TooManyRequestsException', xml: 'RequestLimitExceeded' },
  FAILED_PRECONDITION: { http: 400, json: 'KMSInvalidStateException', xml: 'ValidationError' },
  INTERNAL: { http: 500, json: 'KMSInternalException', xml: 'InternalFailure' },
  UNAVAILABLE: { http: 503, json: 'ServiceUnavailableException', xml: 'ServiceUnavailable' },
  UNAUTHENTICATED: { http: 400, json: 'UnrecognizedClientException', xml: 'InvalidClientTokenId' },
}

/** Refusals of STS that have status 403; the others have 400. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'AccessDenied',
  'IDPRejectedClaim',
  'RegionDisabledException',
])

const JSON_TYPE = 'application/x-amz-json-1.1'

/** `value` as the JSON protocol sends it; bytes have to be base64 already. */
export const jsonAnswer = (value: unknown): RawAnswer =>
  new RawAnswer(JSON.stringify(value), { contentType: JSON_TYPE })

const jsonFailure = (status: number, name: string, message: string): RawAnswer =>
  new RawAnswer(JSON.stringify({ __type: name, message }), { contentType: JSON_TYPE, status })

/** `text` between tags. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function xmlFailure(status: number, code: string, message: string): RawAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver'
  const error = `<Error><Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`
  const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${error}<RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>`
  return new RawAnswer(body, { contentType: 'text/xml', status })
}

/** Failures of the gateway in AWS JSON 1.1. */
export const jsonError: ErrorBody = (status, message) =>
  jsonFailure(STATUSES[status].http, STATUSES[status].json, message)

/** Failures of the gateway in the Query protocol. */
export const xmlError: ErrorBody = (status, message) =>
  xmlFailure(status === 'PERMISSION_DENIED' ? 403 : STATUSES[status].http, STATUSES[status].xml, message)

const throttled = (name: string): AwsFailure => new AwsFailure(name, 'Rate exceeded')

async function answered(
  operate: () => Answer | Promise<Answer>,
  word: (failure: AwsFailure) => RawAnswer,
): Promise<Answer> {
  try {
    return await operate()
  } catch (error) {
    if (error instanceof AwsFailure) return word(error)
    throw error
  }
}

/** `operation`, its failures in AWS JSON 1.1. */
export const inJson =
  (operation: Operation): Operation =>
  (request, context) =>
    answered(
      () => {
        if (context.fault === 'throttled') throw throttled('ThrottlingException')
        return operation(request, context)
      },
      ({ name, message }) => jsonFailure(400, name, message),
    )

/** `operation`, its failures in the Query protocol. */
export const inXml =
  (operation: Operation): Operation =>
  (request, context) =>
    answered(
      () => {
        if (context.fault === 'throttled') throw throttled('Throttling')
        return operation(request, context)
      },
      ({ name, message }) => xmlFailure(FORBIDDEN.has(name) ? 403 : 400, name, message),
    )
