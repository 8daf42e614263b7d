// Which refusal a call ends in: the code, or 'none'.
import { ClawError, type ErrorCode } from '@open-claw/core'

const codeOf = (error: unknown): ErrorCode => {
  if (error instanceof ClawError) return error.code
  throw error
}

export function refusal(call: () => unknown): ErrorCode | 'none' {
  try {
    call()
    return 'none'
  } catch (error) {
    return codeOf(error)
  }
}

export async function rejection(call: Promise<unknown>): Promise<ErrorCode | 'none'> {
  return call.then(() => 'none' as const, codeOf)
}
