import { expect } from '@jest/globals'
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

/**
 * The error that `action` is refused with, which has `code`, and shows neither one of `secrets` nor the
 * middle part of one that is a token. They are asked for afterwards: some come up on the way.
 */
export async function expectRefusal(
  action: () => unknown,
  code: string,
  secrets: () => readonly string[],
): Promise<ClawError> {
  const error = await refusal(action)
  expect(error.code).toBe(code)
  const { message, remedy, cause, stack } = error
  const shown = [message, remedy, String(cause), JSON.stringify(cause ?? ''), stack].join(' ')
  for (const secret of secrets()) {
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain(secret.split('.').at(1) ?? secret)
  }
  return error
}
