// Failures as AWS words them. The name of an error says what happened: its status is nearly always 400, even
// for throttling.
import type { ErrorBody } from '../http.ts'
import { RawAnswer, type Answer, type Operation } from '../gateway.ts'
import type { Status } from '../status.ts'

/** Thrown by an AWS operation; its service turns it into an answer. */
export class AwsFailure extends Error {
  /** As the service names it: with the suffix `Exception` in JSON, without it in XML. */
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

/** Statuses of the gateway, in the words of both protocols. */
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

/** STS refusals with status 403; the others have 400. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'AccessDenied',
  'IDPRejectedClaim',
  'RegionDisabledException',
])

const JSON_TYPE = 'application/x-amz-json-1.1'

/** Encodes `value` as the JSON protocol does; bytes must already be base64. */
export const jsonAnswer = (value: unknown): RawAnswer =>
  new RawAnswer(JSON.stringify(value), { contentType: JSON_TYPE })

const jsonFailure = (status: number, name: string, message: string): RawAnswer =>
  new RawAnswer(JSON.stringify({ __type: name, message }), { contentType: JSON_TYPE, status })

/** Escapes `text` for use between tags. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function xmlFailure(status: number, code: string, message: string): RawAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver'
  const error = `<Error><Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`
  const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${error}<RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>`
  return new RawAnswer(body, { contentType: 'text/xml', status })
}

/** Words failures of the gateway in AWS JSON 1.1. */
export const jsonError: ErrorBody = (status, message) =>
  jsonFailure(STATUSES[status].http, STATUSES[status].json, message)

/** Words failures of the gateway in the Query protocol. */
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

/** Wraps `operation`, with its failures in AWS JSON 1.1. */
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

/** Wraps `operation`, with its failures in the Query protocol. */
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
