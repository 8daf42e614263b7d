// Names that become part of Vault's paths. `..` and encoded slashes would lead to another mount.
import { ClawError, printable } from '@open-claw/core'

const ROLE = /^[\w.-]{1,128}$/
const PATH = /^(?!.*(?:^|\/)\.+(?:\/|$))[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,7}$/

/** Parses a mount, an authentication path or a namespace: segments of letters, digits, `_`, `-` and `.`. Throws INPUT_INVALID, naming `input`. */
export function parseVaultPath(text: string, input: string): string {
  if (PATH.test(text)) return text
  throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(text)}" is not a path of Vault.`, {
    remedy: 'Write NAME or NAME/NAME, without a slash at the ends.',
  })
}

/** Parses the role of a login. Throws INPUT_INVALID. */
export function parseVaultRole(text: string, input: string): string {
  if (ROLE.test(text)) return text
  throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(text)}" is not the name of a role.`)
}
