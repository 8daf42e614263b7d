import { ClawError } from '@open-claw/core'

/** The code that `action` is refused with; a success or another error is shown as such. */
export async function codeOf(action: () => unknown): Promise<string> {
  try {
    await action()
  } catch (error) {
    return error instanceof ClawError ? error.code : `not a ClawError: ${String(error)}`
  }
  return 'no error'
}

/** The error that `action` is refused with. */
export async function refusal(action: () => unknown): Promise<ClawError> {
  try {
    await action()
  } catch (error) {
    if (error instanceof ClawError) return error
    throw error
  }
  throw new Error('it was not refused')
}
