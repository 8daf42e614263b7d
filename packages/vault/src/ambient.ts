// The machine's own Vault token. It belongs to someone else, so it is never revoked here.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { ClawError, type AccessToken, type AccessTokens, type Mask } from '@open-claw/core'
import { receivedToken } from '@open-claw/net'

/** In this order, as the command lines of Vault and OpenBao look for it. */
const VARIABLES = ['VAULT_TOKEN', 'BAO_TOKEN'] as const
/** Far above any token. */
const MAX_FILE_BYTES = 64 * 1024

const missing = (message: string): ClawError =>
  new ClawError('CREDENTIALS_MISSING', message, {
    remedy: 'Set VAULT_TOKEN or BAO_TOKEN, or log in so that ~/.vault-token exists.',
  })

async function fileToken(home: string): Promise<string> {
  try {
    await using file = await open(join(home, '.vault-token'))
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_FILE_BYTES), 0, MAX_FILE_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } catch {
    throw missing(
      'credentials: ambient was asked for, but there is no Vault token in the environment and ~/.vault-token cannot be read.',
    )
  }
}

/**
 * Returns the token in `VAULT_TOKEN`, in `BAO_TOKEN` or in the file `.vault-token` of the folder `home`, read
 * once. Its expiry is unknown and therefore set to never. Throws CREDENTIALS_MISSING or CREDENTIALS_FAILED.
 */
export function ambientVaultToken(
  env: { readonly [name: string]: string | undefined },
  home: string,
  mask: Mask,
): AccessTokens {
  const read = async (): Promise<AccessToken> => {
    const given = VARIABLES.map((name) => env[name] ?? '').find((value) => value !== '')
    const text = (given ?? (await fileToken(home))).trim()
    if (text === '')
      throw missing('credentials: ambient was asked for, but the Vault token of this machine is empty.')
    return { token: receivedToken(text, 'The Vault token of this machine', mask), expires: Infinity }
  }
  let token: Promise<AccessToken> | undefined
  return { mint: () => (token ??= read()) }
}
