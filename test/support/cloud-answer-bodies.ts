// Error answers in the form of each cloud.
import type { CloudAnswer } from './cloud-answers.ts'

export const rpc = (status: string, message: string, ...details: object[]): CloudAnswer => ({
  status: 400,
  body: { error: { code: 400, status, message, details } },
})
export const errorInfo = (reason: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
})
export const violation = (type: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.PreconditionFailure',
  violations: [{ type, subject: 's', description: 'd' }],
})
export const vaultError = (code: string, message: string, inner?: string): CloudAnswer => ({
  status: code === 'Unauthorized' ? 401 : 403,
  body: { error: { code, message, ...(inner === undefined ? {} : { innererror: { code: inner } }) } },
})
export const aws = (type: string, message: string): CloudAnswer => ({
  status: 400,
  body: { __type: type, message },
})
export const sts = (code: string, message: string, status = 400): CloudAnswer => ({
  status,
  body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
})
export const entra = (number: number, description: string, status = 400): CloudAnswer => ({
  status,
  body: {
    error: 'invalid_request',
    error_description: `AADSTS${number}: ${description}\r\nTrace ID: t`,
    error_codes: [number],
  },
})
export const vault = (status: number, ...errors: string[]): CloudAnswer => ({ status, body: { errors } })
export const google = (error: string, description: string): CloudAnswer => ({
  status: 400,
  body: { error, error_description: description },
})
