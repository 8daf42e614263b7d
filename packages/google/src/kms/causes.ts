// Why Cloud KMS does not use a key version: its state, which it names in a failed precondition or in its text.
import { GOOGLE_CAUSES } from '../causes.ts'
import type { KnownCause } from '@open-claw/net'

const state = (name: string): RegExp => new RegExp(`\\bKEY_${name}\\b|current state is: ${name}\\b`)

export const KMS_CAUSES: readonly KnownCause[] = [
  {
    pattern: state('PENDING_GENERATION'),
    what: 'the key version is still being generated',
    remedy: 'Run again in a few minutes.',
    retry: true,
  },
  {
    pattern: state('PENDING_IMPORT'),
    what: 'the key version is still being imported',
    remedy: 'Run again in a few minutes.',
    retry: true,
  },
  {
    pattern: state('(?:GENERATION|IMPORT)_FAILED'),
    what: 'the key version could not be made',
    remedy: 'Create another version and name it.',
  },
  {
    pattern: state('DESTROY_SCHEDULED'),
    what: 'the key version is to be destroyed',
    remedy: 'Find out who scheduled it; restore and enable the version, or name another one.',
  },
  {
    pattern: state('DESTROYED'),
    what: 'the key version is destroyed',
    remedy: 'Name another version.',
  },
  {
    pattern: state('DISABLED'),
    what: 'the key version is disabled',
    remedy: 'Enable it, or name another version.',
  },
  {
    pattern: /digest (?:type|length)|does not match the (?:algorithm|key version algorithm)/i,
    what: 'the digest is none of the algorithm of the key version',
    remedy: 'Name the key version again: its algorithm is not what it was when it was read.',
  },
  ...GOOGLE_CAUSES,
  {
    pattern: /Permission '(?<where>[\w.]{1,80})' denied on resource/,
    what: 'the identity of the job lacks a permission, or there is no such key, which Google does not tell apart',
  },
]
