// Regions, and the parts of an ARN that locate something: one grammar for inputs, key URIs, answers of the
// service and host names.
import { ClawError, printable } from '@open-claw/core'

/** `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. */
const REGION = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}$/

/** `aws`, `aws-cn`, `aws-us-gov`, …, as part of a pattern. */
export const PARTITION = 'aws[a-z-]{0,20}'

/** An account id, as part of a pattern. */
export const ACCOUNT = '[0-9]{12}'

/** Place of a key, `arn:PARTITION:kms:REGION:ACCOUNT:`, as part of a pattern; `parseRegion` checks the region. */
export const KMS_PLACE: string = `arn:${PARTITION}:kms:(?<region>[a-z0-9-]{1,32}):${ACCOUNT}:`

/** Parses a region, which becomes part of a host name. Throws INPUT_INVALID. */
export function parseRegion(text: string, input: string): string {
  if (REGION.test(text)) return text
  throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(text)}" is not the name of a region.`)
}

/** Returns the region of `key`, from its ARN or from the input. Throws INPUT_MISSING or INPUT_INVALID. */
export function keyRegion(
  { key, region: named }: { readonly key: string; readonly region: string | undefined },
  input: string | undefined,
): string {
  const region = named ?? input
  if (region === undefined)
    throw new ClawError('INPUT_MISSING', `Input aws-region is empty, and ${key} does not name its region.`)
  return parseRegion(region, 'aws-region')
}
