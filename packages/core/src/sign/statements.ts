// Signs statements (mode: statement), each with one signature for up to 1,024 subjects.
import { ClawError } from '../errors/claw-error.ts'
import { preAuthEncoding } from '../formats/dsse.ts'
import { MAX_JSON_BYTES } from '../formats/json.ts'
import type { SigningKey, Witness } from '../ports.ts'
import type { SignedBundle } from '../formats/signed-bundle.ts'
import { IN_TOTO_PAYLOAD_TYPE, parseStatement, writeStatement, type Predicate } from '../formats/statement.ts'
import { MAX_SUBJECTS_PER_STATEMENT, type Subject } from '../formats/subject.ts'
import { writeEnvelopeBundle } from './bundle-writer.ts'
import { inLanes } from './lanes.ts'
import { checkMessageSize, signMessage } from './signer.ts'
import { NO_WITNESS } from './witness.ts'

/** `subjects` in as few and as even groups as the limit of one statement allows: one bundle each. */
export function splitSubjects(subjects: readonly Subject[]): Subject[][] {
  const groups = Math.ceil(subjects.length / MAX_SUBJECTS_PER_STATEMENT)
  const size = Math.ceil(subjects.length / groups)
  return Array.from({ length: groups }, (_, index) => subjects.slice(index * size, (index + 1) * size))
}

/**
 * Signs `predicate` for all subjects. Every statement is made and measured before the first signature,
 * so that nothing is signed that could not be completed. Throws SUBJECT_MISSING, PREDICATE_INVALID, JSON_INVALID and
 * what `signMessage` and `witness` throw.
 */
export async function signStatements(
  key: SigningKey,
  subjects: readonly Subject[],
  predicate: Predicate,
  witness: Witness = NO_WITNESS,
): Promise<SignedBundle[]> {
  if (subjects.length === 0) throw new ClawError('SUBJECT_MISSING', 'A statement needs a subject.')
  const statements = splitSubjects(subjects).map((group) => {
    const payload = writeStatement(group, predicate)
    if (payload.length > MAX_JSON_BYTES) {
      throw new ClawError(
        'PREDICATE_INVALID',
        `The statement would have ${payload.length} bytes; the limit is ${MAX_JSON_BYTES}.`,
      )
    }
    // A statement that the gate cannot read must not be signed: the limits of JSON hold for all of it.
    parseStatement(payload)
    return { group, payload, encoded: preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, payload) }
  })
  for (const { encoded } of statements) checkMessageSize(key, encoded.length)
  return inLanes(statements, async ({ group, payload, encoded }) => {
    const signature = await signMessage(key, encoded)
    const envelope = { payload, payloadType: IN_TOTO_PAYLOAD_TYPE }
    const content = { kind: 'envelope', ...envelope, signature: signature.signature } as const
    const json = await writeEnvelopeBundle(envelope, signature, await witness.attest({ content, key }))
    return { json, subjects: group, predicateType: predicate.type }
  })
}
