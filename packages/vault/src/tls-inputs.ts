// The authorities and the client certificate of a connection to Vault, checked before anything is sent: Node
// takes text without a certificate as no authority, and never presents a certificate without its key.
import { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { ClawError, type GivenInput } from '@open-claw/core'
import type { TlsOptions } from '@open-claw/net'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

// Neither the text nor the parser's message is shown: a key could be in the wrong input.
const invalid = (input: string, what: string): ClawError =>
  new ClawError('INPUT_INVALID', `Input ${input}: ${what}.`)

const unpaired = (given: string, absent: string): ClawError =>
  new ClawError('INPUT_MISSING', `Input ${absent} is empty, and ${given} is of no use without it.`)

function checkAuthorities(pem: string): void {
  const begun = pem.split('-----BEGIN ').length - 1
  try {
    const read = (pem.match(CERTIFICATE) ?? []).map((certificate) => new X509Certificate(certificate))
    if (read.length > 0 && read.length === begun) return
  } catch {
    // One error for every cause.
  }
  throw invalid('vault-ca', 'not all of it is certificates in PEM')
}

function checkClient(cert: string, key: string): void {
  try {
    createSecureContext({ cert, key })
  } catch {
    throw invalid(
      'vault-client-certificate',
      'expected a certificate in PEM and, in vault-client-key, its key in PEM without a passphrase',
    )
  }
}

/** Reads vault-ca, vault-client-certificate and vault-client-key. Throws INPUT_INVALID or INPUT_MISSING. */
export function vaultTlsInputs(given: GivenInput): TlsOptions {
  const key = given('vault-client-key')
  const cert = given('vault-client-certificate')
  const ca = given('vault-ca')
  if (ca !== undefined) checkAuthorities(ca)
  if (cert === undefined && key === undefined) return { ca }
  if (cert === undefined) throw unpaired('vault-client-key', 'vault-client-certificate')
  if (key === undefined) throw unpaired('vault-client-certificate', 'vault-client-key')
  checkClient(cert, key)
  return { ca, cert, key }
}
