// Why Cloud KMS does not use a key version: mostly its state, named in a failed precondition or in the text.
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
    what: 'the digest does not fit the algorithm of the key version',
    remedy: 'Name the key version again: its algorithm has changed since it was read.',
  },
  ...GOOGLE_CAUSES,
  {
    pattern: /Permission '(?<where>[\w.]{1,80})' denied on resource/,
    what: 'the identity of the job lacks a permission, or there is no such key; Google does not tell these apart',
  },
]
