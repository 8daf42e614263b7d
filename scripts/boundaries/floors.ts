// The floors of the house. Imports point down; rooms of one floor do not know each other.

/** A floor and its rooms: names of folders in packages/. The lowest comes first. */
export const FLOORS: readonly (readonly string[])[] = [
  ['core'],
  ['files', 'net', 'asn1'],
  ['google', 'aws', 'azure', 'vault', 'github', 'sigstore', 'ci', 'policy', 'secrets'],
  ['usecases'],
  ['inputs', 'reports'],
  ['wiring'],
  ['cli', 'sandbox'],
]

/** Rooms that see less than their floor allows, and why. */
export const NARROWED: Readonly<Record<string, { readonly sees: readonly string[]; readonly why: string }>> =
  {
    usecases: {
      sees: ['core', 'files', 'policy', 'secrets', 'sigstore'],
      why: 'a use-case has values and ports, and knows neither a host nor a vendor',
    },
    sandbox: { sees: ['core'], why: 'a cloud that shares code with its clients shares their mistakes' },
  }

/** Libraries with one room, by the path below node_modules. */
export const LIBRARIES: readonly (readonly [library: string, room: string])[] = [
  ['@actions/core', 'ci'],
  ['@actions/github', 'github'],
  ['@aws-sdk', 'aws'],
  ['@azure', 'azure'],
  ['@google-cloud', 'google'],
  ['google-(?:auth-library|gax)', 'google'],
  ['@sigstore/tuf', 'sigstore'],
  ['yaml', 'policy'],
  ['commander', 'cli'],
]

/** What core may use of Node.js: functions of bytes. No network, no clock, no process, no file system. */
export const PURE_BUILTINS = ['buffer', 'crypto'] as const

/** The rooms that `room` may import. Throws for a room without a floor. */
export function visibleFrom(room: string): readonly string[] {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room))
  if (floor === -1)
    throw new Error(`packages/${room} has no floor: give it one in scripts/boundaries/floors.ts.`)
  return NARROWED[room]?.sees ?? FLOORS.slice(0, floor).flat()
}
