// Connects to the transit engine of Vault and OpenBao, according to the inputs.
import {
  ClawError,
  credentialsMissing,
  nothingBorrowed,
  type AccessTokens,
  type KeyClient,
  type KeyJob,
} from '@open-claw/core'
import { ambientVaultToken } from './ambient.ts'
import type { VaultInputs } from './inputs.ts'
import { revokeByAccessor, vaultLogin, type VaultLoginOptions } from './login.ts'
import type { VaultKeyOptions } from './transit/client.ts'

function requiredAddress({ address }: VaultInputs): URL {
  if (address !== undefined) return address
  throw new ClawError('INPUT_MISSING', 'Input vault-address is empty.', {
    remedy: 'Name the server that holds the key.',
  })
}

function loginOptions(inputs: VaultInputs, { identity, mask, clock, borrowed }: KeyJob): VaultLoginOptions {
  const address = requiredAddress(inputs)
  const { namespace, authPath, role, audience, tls } = inputs
  if (role === undefined) throw credentialsMissing('vault-role', 'role of the JWT login')
  return {
    address,
    namespace,
    authPath,
    role,
    // A token for one Vault is refused by any other.
    audience: audience ?? address.origin,
    tls,
    identity,
    mask,
    clock,
    issued: borrowed,
  }
}

/** For a key that is still being opened while the step ends, which no longer waits for it. */
const sessionEnded = (): ClawError => new ClawError('CREDENTIALS_FAILED', 'The session with Vault has ended.')

/** Returns tokens, and the way to revoke them. The machine's own token belongs to someone else. */
function login(inputs: VaultInputs, job: KeyJob): { tokens: AccessTokens; revoke: () => Promise<void> } {
  if (job.credentials === 'ambient') {
    const { environment, home } = job.machine
    return { tokens: ambientVaultToken(environment, home, job.mask), revoke: nothingBorrowed }
  }
  const session = vaultLogin(loginOptions(inputs, job))
  let hasEnded = false
  return {
    tokens: {
      // After the end, whatever is still running must not log in again: nobody would revoke that token.
      mint: () => (hasEnded ? Promise.reject(sessionEnded()) : session.mint()),
    },
    revoke: () => {
      hasEnded = true
      return session.revoke()
    },
  }
}

/** Returns the client of the job's keys. One login serves all of them. */
export function connect(inputs: VaultInputs, job: KeyJob): KeyClient {
  const address = requiredAddress(inputs)
  const { tokens, revoke } = login(inputs, job)
  const { namespace, transitPath: mount, tls } = inputs
  const options: VaultKeyOptions = { address, namespace, mount, tls, tokens, clock: job.clock }
  return {
    open: async (uri, algorithm) => {
      const { vaultKeyService } = await import('./transit/signing.ts')
      return vaultKeyService(options).open(uri, algorithm)
    },
    publicKey: async (uri, wanted) => {
      const { vaultPublicKey } = await import('./transit/public-key.ts')
      return vaultPublicKey(options)(uri, wanted)
    },
    [Symbol.asyncDispose]: revoke,
  }
}

/** Revokes a token of an earlier process of the job, by its accessor. */
export const giveBack = (inputs: VaultInputs, accessor: string, job: KeyJob): Promise<void> =>
  revokeByAccessor(loginOptions(inputs, job), accessor)
