import { signStatements, type Sha256, type SigningKey, type Subject } from '@open-claw/core'
import { codeOf } from './errors.ts'

const SUBJECT: Subject = { name: 'app', digest: 'a'.repeat(64) as Sha256, source: 'checksums' }
const PREDICATE = { type: 'https://example.com/predicate', body: {} }

/** The code that signing a statement with `key` ends in, its local check included. */
export const signedCode = (key: SigningKey): Promise<string> =>
  codeOf(() => signStatements(key, [SUBJECT], PREDICATE))
